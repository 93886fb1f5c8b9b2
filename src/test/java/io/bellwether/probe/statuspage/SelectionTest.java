package io.bellwether.probe.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.document.Unreadable;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {

    private static final String PAGE = """
            {"page": {"id": "p", "name": "Acme", "url": "https://status.acme.example", "time_zone": "UTC"},
             "status": {"indicator": "INDICATOR", "description": "Some words"},
             "components": [
               {"id": "g1", "name": "Europe", "status": "major_outage", "group": true, "components": ["c1", "c2"]},
               {"id": "c1", "name": "API", "status": "WORD", "group": false, "group_id": "g1", "position": 1},
               {"id": "c2", "name": "Website", "status": "operational", "group": false, "group_id": "g1"},
               {"id": "c3", "name": "API", "status": "operational", "group": false, "group_id": null},
               {"id": "c4", "name": "Search", "status": "under_maintenance", "group": false}],
             "incidents": [
               {"id": "i1", "name": "API errors", "status": "investigating", "impact": "major",
                "started_at": "2026-11-22T09:05:00Z", "components": [{"id": "c1", "name": "API"}]},
               {"id": "i2", "name": "_internal note", "status": "monitoring", "impact": "none"}],
             "scheduled_maintenances": [
               {"id": "m1", "name": "Search work", "status": "in_progress", "impact": "maintenance",
                "scheduled_for": "2026-11-22T08:00:00Z", "scheduled_until": "2026-11-22T12:00:00Z",
                "components": [{"id": "c4", "name": "Search"}]}]}""";

    @ParameterizedTest(name = "indicator {0}, component {1}, choosing {2}: {3} {4}, declared {5}")
    @CsvSource({
        "none, operational, c1, UP, OK, operational",
        "none, degraded_performance, c1, DEGRADED, DECLARED, degraded",
        "none, partial_outage, c1, DOWN, DECLARED, partial_outage",
        "none, major_outage, c1, DOWN, DECLARED, major_outage",
        "none, under_maintenance, c1, UP, DECLARED, maintenance",
        "none, on_fire, c1, UNKNOWN, UNEXPECTED_FORMAT, unknown",
        "critical, operational, c1, UP, OK, operational",
        "none, partial_outage, Europe / API, DOWN, DECLARED, partial_outage",
        "none, partial_outage, Europe, DOWN, DECLARED, partial_outage",
        "none, partial_outage, API, DOWN, DECLARED, partial_outage",
        "none, partial_outage, Website, UP, OK, operational",
        "none, partial_outage, c3, UP, OK, operational",
        "none, on_fire, c1;c2, UNKNOWN, UNEXPECTED_FORMAT, unknown",
        "none, operational, c2;c4, UP, DECLARED, maintenance",
        "minor, partial_outage, , DEGRADED, DECLARED, degraded",
        "major, partial_outage, , DOWN, DECLARED, partial_outage",
        "critical, major_outage, , DOWN, DECLARED, major_outage",
        "maintenance, operational, , UP, DECLARED, maintenance",
        "maintenance, major_outage, , DOWN, DECLARED, major_outage",
        "none, partial_outage, , DOWN, DECLARED, partial_outage",
        "catastrophic, operational, , UNKNOWN, UNEXPECTED_FORMAT, unknown",
        "catastrophic, partial_outage, , DOWN, DECLARED, partial_outage",
        "none, operational, c9, UNKNOWN, NOT_CONFIGURED,"
    })
    void judgesWhatIsDeclared(
            String indicator,
            String component,
            @Nullable String chosen,
            Outcome outcome,
            Cause cause,
            @Nullable String declared)
            throws Unreadable {
        Verdict verdict = judge(indicator, component, chosen, null);

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.detail().get("declared")).isEqualTo(declared);
    }

    @Test
    void saysWhatIsNotOnThePageAndWhatIs() throws Unreadable {
        assertThat(judge("none", "operational", "c1;Nowhere", null).reason())
                .isEqualTo("The page has no component 'Nowhere'; it has: Europe / API, Europe / Website, API, Search.");
    }

    @Test
    void saysThatAFormatTellsNoRegionsApart() throws Unreadable {
        Verdict verdict = judge("none", "operational", null, "eu");

        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(verdict.reason()).isEqualTo("The page tells no regions apart, so that 'eu' cannot be chosen.");
    }

    @Test
    void saysWhichRegionsThereAre() throws Unreadable {
        Verdict verdict = Fixtures.judge(Fixtures.text("status-io-well.json"), Fixtures.wanted(null, "Mars"));

        assertThat(verdict.reason()).isEqualTo("The page has no region 'Mars'; it has: Frankfurt, Oregon.");
    }

    @Test
    void saysThatAChosenNameMayBeMisspeltWhereOnlyIncidentsNameIt() throws Unreadable {
        Verdict verdict =
                Fixtures.judge(Fixtures.text("google-incident.json"), Fixtures.wanted("Cloud Run;Cloud Rum", null));

        assertThat(verdict.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(verdict.detail()).containsEntry("unmentioned", List.of("Cloud Rum"));
    }

    @Test
    void countsGroupsOnlyThroughTheirMembersAndKeepsTheVendorsWord() throws Unreadable {
        Verdict verdict = judge("minor", "degraded_performance", null, null);

        assertThat(verdict.detail()).containsEntry("indicator", "minor").containsEntry("componentCount", 4);
        assertThat(verdict.detail().get("components"))
                .asInstanceOf(InstanceOfAssertFactories.list(Object.class))
                .hasSize(4)
                .first()
                .isEqualTo(Map.of(
                        "id", "c1", "name", "Europe / API", "status", "degraded", "word", "degraded_performance"));
    }

    @Test
    void leavesOutWhatDoesNotConcernTheChosenComponents() throws Unreadable {
        Verdict verdict = judge("major", "partial_outage", "Website", null);

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.detail()).containsEntry("incidents", List.of()).containsEntry("maintenances", List.of());
    }

    @Test
    void tellsNothingOfTroubleThatMayBeElsewhere() throws Unreadable {
        Verdict verdict = Fixtures.judge(Fixtures.text("aws-incident.json"), Fixtures.wanted(null, null));

        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
        assertThat(verdict.findings()).isEmpty();
    }

    @Test
    void namesComponentsByTheSecondDocument() throws Unreadable {
        Verdict kuma = Fixtures.judge(
                Fixtures.text("uptime-kuma-incident.json"),
                Fixtures.text("uptime-kuma-names.json"),
                Fixtures.wanted("API", null));
        Verdict instatus = Fixtures.judge(
                Fixtures.text("instatus-well.json"),
                Fixtures.text("instatus-components.json"),
                Fixtures.wanted("Europe / API", null));
        Verdict zendesk = Fixtures.judge(
                Fixtures.text("zendesk-incident.json"),
                Fixtures.text("zendesk-services.json"),
                Fixtures.wanted("Support", null));

        assertThat(kuma.reason()).contains("Core / API (0)");
        assertThat(instatus.reason()).contains("Europe / API (PARTIALOUTAGE)");
        assertThat(zendesk.outcome()).isEqualTo(Outcome.DEGRADED);
    }

    private static Verdict judge(
            String indicator, String component, @Nullable String components, @Nullable String regions)
            throws Unreadable {
        return Fixtures.judge(
                PAGE.replace("INDICATOR", indicator).replace("WORD", component), Fixtures.wanted(components, regions));
    }
}
