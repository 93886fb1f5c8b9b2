package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Tier;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MaintenancePagesTest {

    private static final String HOSTILE = "<script>alert('x')</script>";

    private final SampleFleet sample;
    private Browser operator;

    MaintenancePagesTest(SampleFleet sample) {
        this.sample = sample;
    }

    @BeforeEach
    void startWithOneVendor() {
        sample.clear();
        sample.vendor("Cloudy", Tier.STRATEGIC);
        operator = Browser.of("OPERATOR");
    }

    @Test
    void withoutMaintenanceThePageSaysWhereItComesFrom() {
        Document page = operator.page("/maintenance");

        PageRules.check(page);
        assertThat(page.text()).contains("No maintenance is known");
        PageRules.check(operator.page("/maintenance/new"));
    }

    @Test
    void maintenanceThatGoesOnIsEnded() {
        Response entered =
                enter(Map.of("reason", HOSTILE, "startsAt", "2026-01-01T00:00", "endsAt", "2099-01-01T00:00"));
        Element window = operator.page("/maintenance")
                .selectFirst("#now-title")
                .closest("section")
                .selectFirst("li");

        assertThat(entered.statusCode()).isEqualTo(303);
        PageRules.check(operator.page("/maintenance"));
        assertThat(window.text()).contains("cloudy", HOSTILE, "Ada Lovelace");

        operator.send("/maintenance", window.selectFirst("form").attr("action"), Map.of());

        assertThat(operator.page("/maintenance").select("#now-title")).isEmpty();
        assertThat(operator.page("/maintenance").select("#over-title")).hasSize(1);
    }

    @Test
    void timesAreByTheClocksOfTheChosenZone() {
        enter(Map.of(
                "reason", "Move",
                "recurrence.timeZone", "America/New_York",
                "startsAt", "2098-01-01T01:00",
                "endsAt", "2098-01-01T03:00"));

        Element window = operator.page("/maintenance")
                .selectFirst("#coming-title")
                .closest("section")
                .selectFirst("li");
        assertThat(window.select("time").first().attr("datetime")).isEqualTo("2098-01-01T06:00:00Z");

        operator.send("/maintenance", window.selectFirst("form").attr("action"), Map.of());

        assertThat(operator.page("/maintenance").select("main li[id]")).isEmpty();
    }

    @Test
    void whatTheClocksShowTwiceBeginsTheFirstTimeAndEndsTheSecond() {
        enter(Map.of(
                "reason", "Move",
                "recurrence.timeZone", "Europe/Berlin",
                "startsAt", "2027-10-31T02:30",
                "endsAt", "2027-10-31T02:30"));

        Element window = operator.page("/maintenance")
                .selectFirst("#coming-title")
                .closest("section")
                .selectFirst("li");
        assertThat(window.select("time").eachAttr("datetime")).contains("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z");
    }

    @Test
    void maintenanceTakesPlaceAgainAndAgain() {
        Response entered = enter(Map.of(
                "reason", "Patches",
                "recurrence.timeZone", "Europe/Berlin",
                "again", "true",
                "recurrence.days", "SUNDAY",
                "recurrence.week", "-1",
                "recurrence.from", "02:00",
                "recurrence.to", "04:00",
                "mutesAlerts", "true"));

        assertThat(entered.statusCode()).isEqualTo(303);
        assertThat(operator.page("/maintenance")
                        .selectFirst("#again-title")
                        .closest("section")
                        .text())
                .contains("every last Sunday of the month from 02:00 to 04:00 (Europe/Berlin)", "no end", "time counts")
                .doesNotContain("alerts are told");
    }

    @Test
    void theWeekOfTheMonthIsSaidInWords() {
        enter(Map.of(
                "reason", "Patches",
                "again", "true",
                "recurrence.days", "TUESDAY",
                "recurrence.week", "2",
                "recurrence.from", "22:00",
                "recurrence.to", "02:00"));

        assertThat(operator.page("/maintenance").text())
                .contains("every second Tuesday of the month from 22:00 to 02:00");
    }

    @Test
    void whatIsWrongIsNamedAndNothingTypedIsLost() {
        Response endless = enter(Map.of("reason", "Move"));
        Response nowhere =
                enter(Map.of("reason", "Move", "recurrence.timeZone", "Berlin", "endsAt", "2099-01-01T00:00"));
        Response daily =
                enter(Map.of("reason", "Move", "again", "true", "recurrence.from", "02:00", "recurrence.to", "x"));

        assertThat(wrong(endless)).contains("Ends at");
        assertThat(wrong(nowhere)).contains("Time zone", "'Berlin' is no time zone");
        assertThat(wrong(daily)).contains("To", "02:00");
        assertThat(endless.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(nowhere.asString());
        PageRules.check(page);
        assertThat(page.select("#reason").val()).isEqualTo("Move");
        assertThat(page.select("[aria-invalid]").eachAttr("name")).containsExactly("recurrence.timeZone");
    }

    @Test
    void whoMayNotEnterIsNotOfferedIt() {
        enter(Map.of("reason", "Move", "startsAt", "2026-01-01T00:00", "endsAt", "2099-01-01T00:00"));
        Browser owner = Browser.of("OWNER");

        assertThat(owner.page("/maintenance").text()).contains("Move");
        assertThat(owner.page("/maintenance").select("main form, a[href^=/maintenance/new]"))
                .isEmpty();
        assertThat(owner.get("/maintenance/new").statusCode()).isEqualTo(403);
    }

    private Response enter(Map<String, String> fields) {
        return operator.request()
                .header("Sec-Fetch-Site", "same-origin")
                .formParam("formKey", operator.formKey())
                .formParam("vendor", "cloudy")
                .formParams(fields)
                .post("/maintenance");
    }

    private static String wrong(Response refused) {
        return Jsoup.parse(refused.asString()).select("[role=alert]").text();
    }
}
