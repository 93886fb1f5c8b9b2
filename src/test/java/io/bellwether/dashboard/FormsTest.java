package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.As;
import io.bellwether.alert.Alerts;
import io.bellwether.core.Tier;
import io.bellwether.core.alert.Handling;
import io.bellwether.platform.Sessions;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.ws.rs.POST;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FormsTest {

    private static final Map<String, String> NOTE = Map.of("note", "On it with their support");

    private final SampleFleet sample;
    private final Alerts alerts;
    private final Clock clock;
    private Browser operator;

    FormsTest(SampleFleet sample, Alerts alerts, Clock clock) {
        this.sample = sample;
        this.alerts = alerts;
        this.clock = clock;
    }

    @BeforeEach
    void startWithAnEmptyFleet() {
        sample.clear();
        operator = Browser.of("OPERATOR");
    }

    @Test
    void theLinkOfTheFirstStartSignsInAtOnce() {
        Response answer = Browser.nobody().get("/sign-in?token=" + As.ADMIN_TOKEN);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/");
        assertThat(answer.header("Set-Cookie").toLowerCase(Locale.ROOT))
                .contains("httponly", "samesite=lax", "path=/")
                .doesNotContain(As.ADMIN_TOKEN, "secure");
    }

    @Test
    void aTypedTokenSignsInAndLeadsBackToThePageThatWasAskedFor() {
        Response answer = Browser.nobody()
                .formParam("token", As.ADMIN_TOKEN)
                .formParam("next", "/alerts?state=all")
                .post("/sign-in");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/alerts?state=all");
    }

    @Test
    void signingInNeverLeadsElsewhere() {
        Response answer = Browser.nobody()
                .formParam("token", As.ADMIN_TOKEN)
                .formParam("next", "//evil.example/")
                .post("/sign-in");

        assertThat(answer.header("Location")).doesNotContain("evil");
    }

    @Test
    void aWrongTokenIsRefusedWithTheReason() {
        Response answer = Browser.nobody().formParam("token", "wrong").post("/sign-in");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.cookie(Sessions.COOKIE)).isNull();
        assertThat(answer.asString()).contains("Unknown token.");
    }

    @Test
    void signingOutEndsTheSessionItself() {
        Browser leaving = Browser.of("VIEWER");

        assertThat(leaving.send("/", "/sign-out", Map.of()).statusCode()).isEqualTo(303);
        assertThat(leaving.get("/").header("Location")).contains("/sign-in");
    }

    @Test
    void anOwnerAcknowledgesFromTheListAndComesBackToIt() {
        UUID alert = firing();

        Response answer = Browser.of("OWNER").send("/alerts", action(alert, "acknowledgements"), NOTE);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/alerts?state=");
        assertThat(alerts.require(alert).handling()).isEqualTo(Handling.ACKNOWLEDGED);
        assertThat(operator.page("/alerts").select("main").text()).contains("Acknowledged by Ada Lovelace");
        assertThat(operator.page("/alerts/" + alert).select(".timeline").text()).contains("On it with their support");
    }

    @Test
    void anAlertIsSnoozedAndCommentedOnItsOwnPage() {
        UUID alert = firing();
        String page = "/alerts/" + alert;

        operator.send(page, action(alert, "comments"), Map.of("text", "Ticket 4711"));
        operator.send(page, action(alert, "snoozes"), Map.of("length", "PT4H"));

        assertThat(operator.page(page).select(".timeline").text()).contains("Ticket 4711");
        assertThat(alerts.require(alert).handling()).isEqualTo(Handling.SNOOZED);
    }

    @Test
    void aFormWithoutItsKeyIsRefused() {
        UUID alert = firing();

        Response without = operator.request().formParams(NOTE).post(action(alert, "acknowledgements"));
        Response foreign = operator.request()
                .formParams(NOTE)
                .formParam("formKey", Browser.of("OPERATOR").formKey())
                .post(action(alert, "acknowledgements"));

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(alerts.require(alert).handling()).isEqualTo(Handling.NEW);
    }

    @Test
    void aFormThatAnotherSiteSendsIsRefused() {
        UUID alert = firing();

        Response answer = operator.request()
                .header("Sec-Fetch-Site", "cross-site")
                .formParams(NOTE)
                .formParam("formKey", operator.formKey())
                .post(action(alert, "acknowledgements"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).contains("/sign-in?");
        assertThat(alerts.require(alert).handling()).isEqualTo(Handling.NEW);
    }

    @Test
    void aViewerIsNeitherShownTheFormsNorMaySendThem() {
        UUID alert = firing();
        Browser viewer = Browser.of("VIEWER");

        Response answer = viewer.request()
                .formParams(NOTE)
                .formParam("formKey", viewer.formKey())
                .post(action(alert, "acknowledgements"));

        assertThat(viewer.page("/alerts/" + alert).select("main form")).isEmpty();
        assertThat(viewer.page("/catalogue").select("main form[method=post]")).isEmpty();
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.contentType()).startsWith("text/html");
    }

    @Test
    void aReviewIsCreatedCommentedAndSignedByBothOwners() {
        Vendor vendor = sample.vendor("Reviewed", Tier.STRATEGIC);
        LocalDate today = LocalDate.now(clock);
        String quarter = today.getYear() + "-Q" + ((today.getMonthValue() + 2) / 3);

        Response created = operator.send("/vendors/reviewed", "/vendors/reviewed/reviews", Map.of("period", quarter));
        String page = created.header("Location").replaceFirst("https?://[^/]+", "");
        operator.send(page, page + "/sections/availability", Map.of("comment", "Better than last time"));
        PageRules.check(operator.page(page));
        sign(page, "IT");
        sign(page, "MARKETING");

        assertThat(vendor.slug()).isEqualTo("reviewed");
        assertThat(operator.page("/vendors/reviewed")
                        .select("a[href=" + page + "]")
                        .text())
                .isEqualTo(quarter);
        var frozen = operator.page(page);
        assertThat(frozen.select("#availability").text()).contains("Better than last time");
        assertThat(frozen.select(".verdict").text()).contains("Frozen", "intact");
        assertThat(frozen.select("main form")).isEmpty();
        PageRules.check(frozen);
    }

    @Test
    void adoptingFromTheCatalogueLeadsToTheVendor() {
        Response answer = operator.send("/catalogue?q=zoom", "/catalogue/zoom/adoptions", Map.of());

        assertThat(answer.header("Location")).endsWith("/vendors/zoom");
        assertThat(operator.page("/vendors/zoom").select("tbody tr")).isNotEmpty();
        assertThat(operator.page("/catalogue?q=zoom").select("main td a[href=/vendors/zoom]"))
                .isNotEmpty();
    }

    @Test
    void everyFormOfAPageIsGuarded() {
        Stream<Method> posts = Stream.of(
                        AlertForms.class,
                        CataloguePage.class,
                        ChannelsPage.class,
                        MaintenancePage.class,
                        MessagesPage.class,
                        ReviewPage.class,
                        RulesPage.class,
                        SilencesPage.class,
                        VendorPage.class)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(POST.class));

        assertThat(posts)
                .hasSize(22)
                .allMatch(method -> method.getDeclaringClass().isAnnotationPresent(ForPeople.class));
    }

    private void sign(String page, String lens) {
        Response signed = operator.request()
                .formParams(Map.of("lens", lens, "decision", "KEEP", "comment", "Fine"))
                .formParam("formKey", operator.formKey())
                .post(page + "/sign-offs");
        assertThat(signed.statusCode()).isEqualTo(303);
    }

    private UUID firing() {
        return sample.firing(sample.vendor("Troubled", Tier.STRATEGIC), "CRITICAL", "HTTP 503", "The shop is closed");
    }

    private static String action(UUID alert, String what) {
        return String.join("/", List.of("/alerts", alert.toString(), what));
    }
}
