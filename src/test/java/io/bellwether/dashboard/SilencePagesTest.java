package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.alert.silence.SetSilence;
import io.bellwether.alert.silence.Silences;
import io.bellwether.core.Tier;
import io.bellwether.core.alert.mute.Silence;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SilencePagesTest {

    private final SampleFleet sample;
    private final Silences silences;
    private Browser owner;

    SilencePagesTest(SampleFleet sample, Silences silences) {
        this.sample = sample;
        this.silences = silences;
    }

    @BeforeEach
    void startWithoutSilences() {
        sample.clear();
        sample.endSilences();
        owner = Browser.of("OWNER");
    }

    @Test
    void withoutSilencesThePageSaysWhatThatMeans() {
        Document page = owner.page("/silences");

        PageRules.check(page);
        assertThat(page.select("main a[href=/silences/new]")).isNotEmpty();
    }

    @Test
    void anAlertLeadsToTheFormWithItsLabelsAndWhatTheyCover() {
        UUID alert = firing("Cloudy");
        String link =
                owner.page("/alerts/" + alert).select("a[href^=/silences/new]").attr("href");

        Document form = owner.page(link);

        PageRules.check(form);
        assertThat(form.select("#matchers").val())
                .contains("alertname=\"vendor-down\"", "vendor=\"cloudy\"")
                .doesNotContain("severity");
        assertThat(form.select("#preview-title").first().closest("section").select("a[href=/alerts/" + alert + "]"))
                .hasSize(1);
    }

    @Test
    void aSilenceIsShownBeforeItIsSet() {
        UUID alert = firing("Cloudy");
        Map<String, String> filled = filled("vendor=\"cloudy\"");

        Response shown = owner.send("/silences/new", "/silences", filled);
        Response set = again(shown, filled);

        assertThat(shown.statusCode()).isEqualTo(200);
        PageRules.check(Jsoup.parse(shown.asString()));
        assertThat(shown.asString()).contains("/alerts/" + alert);
        assertThat(set.statusCode()).isEqualTo(303);
        Document list = owner.page("/silences");
        PageRules.check(list);
        assertThat(list.select("#active-title").first().closest("section").text())
                .contains("vendor=\"cloudy\"", "They know", "Ada Lovelace");
    }

    @Test
    void otherMatchersThanWereShownAreShownFirst() {
        firing("Cloudy");
        Response shown = owner.send("/silences/new", "/silences", filled("vendor=\"cloudy\""));

        Response other = again(shown, filled("vendor=~\".+\""));

        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(active()).isEmpty();
    }

    @Test
    void whatIsWrongIsNamedAndNothingTypedIsLost() {
        Response refused = owner.send(
                "/silences/new", "/silences", Map.of("matchers", "vendor", "comment", "They know", "length", "PT1H"));
        Document page = Jsoup.parse(refused.asString());

        assertThat(refused.statusCode()).isEqualTo(400);
        PageRules.check(page);
        assertThat(page.select("[role=alert]").text()).contains("Matchers", "is no matcher");
        assertThat(page.select("[aria-invalid]").eachAttr("name")).containsExactly("matchers");
        assertThat(page.select("#comment").val()).isEqualTo("They know");
    }

    @Test
    void aSilenceNeedsAReason() {
        Response refused = owner.send(
                "/silences/new", "/silences", Map.of("matchers", "vendor=x", "comment", " ", "endsAt", "soon"));
        Response blank = owner.send("/silences/new", "/silences", Map.of("matchers", "vendor=x", "comment", " "));

        assertThat(Jsoup.parse(refused.asString()).select("[role=alert]").text())
                .contains("Ends at", "in UTC");
        assertThat(Jsoup.parse(blank.asString()).select("[role=alert]").text()).contains("Comment", "blank");
    }

    @Test
    void aSilenceIsProlongedEndedAndSetAgain() {
        set("vendor=\"cloudy\"");
        SetSilence silence = active().getFirst();

        owner.send("/silences", "/silences/" + silence.id() + "/prolongations", Map.of("length", "PT4H"));
        Duration longer = Duration.between(silence.endsAt(), active().getFirst().endsAt());
        Response ended = owner.send("/silences", "/silences/" + silence.id() + "/end", Map.of());
        String again = owner.page("/silences")
                .select("#silence-" + silence.id() + " a[href^=/silences/new]")
                .attr("href");

        assertThat(longer).isEqualTo(Duration.ofHours(4));
        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(active()).isEmpty();
        assertThat(owner.page(again).select("#matchers").val()).isEqualTo("vendor=\"cloudy\"");
        assertThat(owner.page(again).select("#comment").val()).isEqualTo("They know");
    }

    @Test
    void aViewerReadsAndChangesNothing() {
        set("vendor=\"cloudy\"");
        Browser viewer = Browser.of("VIEWER");

        assertThat(viewer.page("/silences").text()).contains("They know");
        assertThat(viewer.page("/silences").select("main form, main a[href=/silences/new]"))
                .isEmpty();
        assertThat(viewer.get("/silences/new").statusCode()).isEqualTo(403);
    }

    private Response again(Response shown, Map<String, String> filled) {
        var request = owner.request().header("Sec-Fetch-Site", "same-origin");
        Jsoup.parse(shown.asString())
                .select("form[action=/silences] input[type=hidden]")
                .forEach(hidden -> request.formParam(hidden.attr("name"), hidden.val()));
        return request.formParams(filled).post("/silences");
    }

    private void set(String matcher) {
        again(owner.send("/silences/new", "/silences", filled(matcher)), filled(matcher));
    }

    private List<SetSilence> active() {
        return silences.list().stream()
                .filter(silence -> silence.state() == Silence.State.ACTIVE)
                .toList();
    }

    private UUID firing(String vendor) {
        return sample.firing(sample.vendor(vendor, Tier.STRATEGIC), "CRITICAL", "HTTP 503", "The shop is closed");
    }

    private static Map<String, String> filled(String matchers) {
        return Map.of("matchers", matchers, "comment", "They know", "length", "PT4H");
    }
}
