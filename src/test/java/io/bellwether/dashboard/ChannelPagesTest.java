package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.notify.Channels;
import io.bellwether.notify.ConfiguredChannel;
import io.bellwether.platform.Page;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChannelPagesTest {

    private static final String NOWHERE = "https://127.0.0.1:1/hook/secret-part";

    private final Channels channels;
    private Browser operator;
    private String name;

    ChannelPagesTest(Channels channels) {
        this.channels = channels;
    }

    @BeforeEach
    void signIn() {
        operator = Browser.of("OPERATOR");
        name = "Ops " + UUID.randomUUID();
    }

    @Test
    void everyKindHasAFormOfItsOwn() {
        for (String kind : channels.schemas().keySet()) {
            Document page = operator.page("/channels/new?kind=" + kind);

            PageRules.check(page);
            assertThat(page.select("form[action=/channels] [name^=settings.]"))
                    .as(kind)
                    .isNotEmpty();
            assertThat(page.select("nav [aria-current]").eachText()).as(kind).hasSize(2);
        }
    }

    @Test
    void aSecretIsNotShownWhileItIsTyped() {
        Document page = operator.page("/channels/new?kind=pagerduty");

        assertThat(page.select("[name=settings.routingKey]").attr("type")).isEqualTo("password");
        assertThat(page.select("[name=settings.routingKey]").hasAttr("required"))
                .isTrue();
        assertThat(page.select("[name=settings.url]").attr("type")).isEqualTo("text");
    }

    @Test
    void aChannelIsAddedAndTestedAndItsProviderAnswers() {
        Response added = add("slack", Map.of("name", name, "settings.url", NOWHERE, "lens", "IT"));
        Document list = operator.page("/channels");
        String id = channel().id().toString();

        Response tested = operator.send("/channels", "/channels/" + id + "/tests", Map.of());

        assertThat(added.statusCode()).isEqualTo(303);
        assertThat(added.header("Location")).endsWith("/channels#channel-" + id);
        PageRules.check(list);
        assertThat(list.select("#channel-" + id).text())
                .contains("Slack", "for IT")
                .doesNotContain("secret-part");
        assertThat(tested.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(tested.asString()).select("[role=status]").text())
                .contains("Test of " + name, "The provider's answer:");
    }

    @Test
    void addressesAreAList() {
        add("email", Map.of("name", name, "settings.to", "ida@example.com\r\nmax@example.com"));

        assertThat(channel().settings().get("to")).asString().isEqualTo("[ida@example.com, max@example.com]");
    }

    @Test
    void aChannelToOwnersAsksWhoGetsTheTest() {
        add("email", Map.of("name", name));
        Document list = operator.page("/channels");

        assertThat(list.select("#channel-" + channel().id() + " input[name=to]"))
                .hasSize(1);
        PageRules.check(list);
    }

    @Test
    void whatIsWrongIsNamedAndSecretsAreNotSentBack() {
        Response refused =
                add("pagerduty", Map.of("name", name, "settings.routingKey", "too-short", "settings.url", "nonsense"));
        Document page = Jsoup.parse(refused.asString());

        assertThat(refused.statusCode()).isEqualTo(400);
        PageRules.check(page);
        assertThat(page.select("[role=alert]").text()).contains("Routing key", "32 letters", "URL");
        assertThat(page.select("[aria-invalid]").eachAttr("name"))
                .containsExactlyInAnyOrder("settings.routingKey", "settings.url");
        assertThat(page.select("[name=name]").val()).isEqualTo(name);
        assertThat(page.select("[name=settings.url]").val()).isEqualTo("nonsense");
        assertThat(refused.asString()).doesNotContain("too-short");
    }

    @Test
    void aNameThatIsTakenIsNamedToo() {
        add("slack", Map.of("name", name, "settings.url", NOWHERE));

        Response again = add("slack", Map.of("name", name, "settings.url", NOWHERE));

        assertThat(Jsoup.parse(again.asString()).select("[role=alert]").text()).contains("Name", "already");
    }

    @Test
    void aChannelIsSwitchedOffAndOn() {
        add("slack", Map.of("name", name, "settings.url", NOWHERE));
        String flip = "/channels/" + channel().id() + "/switch";

        operator.send("/channels", flip, Map.of());
        boolean off = channel().enabled();
        operator.send("/channels", flip, Map.of());

        assertThat(off).isFalse();
        assertThat(channel().enabled()).isTrue();
    }

    @Test
    void whoMayNotAddIsNotOfferedIt() {
        Browser owner = Browser.of("OWNER");

        assertThat(owner.page("/channels").select("main form, a[href=/channels/new]"))
                .isEmpty();
        assertThat(owner.get("/channels/new").statusCode()).isEqualTo(403);
        assertThat(operator.get("/channels/new?kind=pigeon").statusCode()).isEqualTo(404);
    }

    private Response add(String kind, Map<String, String> fields) {
        return operator.send("/channels/new?kind=" + kind, "/channels", fields);
    }

    private ConfiguredChannel channel() {
        return channels.list(Page.MAX_LIMIT, null).items().stream()
                .filter(channel -> channel.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
