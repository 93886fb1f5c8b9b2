package io.bellwether.probe.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.platform.Json;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Answers;
import io.bellwether.probe.Verdict;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusPageProbeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Json JSON = TestJson.json();
    private static final WireResponse RESPONSE = Answers.answer(200, "", "Content-Type", "application/json");

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
                "created_at": "2026-11-22T09:10:00Z", "started_at": "2026-11-22T10:05:00.000+01:00", "resolved_at": null,
                "shortlink": "https://stspg.io/i1", "components": [{"id": "c1", "name": "API"}]},
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
        "none, under_maintenance, c1, UP, OK, maintenance",
        "none, on_fire, c1, UNKNOWN, UNEXPECTED_FORMAT, unknown",
        "critical, operational, c1, UP, OK, operational",
        "none, partial_outage, Europe / API, DOWN, DECLARED, partial_outage",
        "none, partial_outage, Europe, DOWN, DECLARED, partial_outage",
        "none, partial_outage, API, DOWN, DECLARED, partial_outage",
        "none, partial_outage, Website, UP, OK, operational",
        "none, partial_outage, c3, UP, OK, operational",
        "none, on_fire, c1;c2, UNKNOWN, UNEXPECTED_FORMAT, unknown",
        "none, operational, c2;c4, UP, OK, maintenance",
        "minor, partial_outage, , DEGRADED, DECLARED, degraded",
        "major, partial_outage, , DOWN, DECLARED, partial_outage",
        "critical, major_outage, , DOWN, DECLARED, major_outage",
        "maintenance, operational, , UP, OK, maintenance",
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
            @Nullable String declared) {
        Verdict verdict = judge(indicator, component, chosen);

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.detail().get("declared")).isEqualTo(declared);
    }

    @Test
    void namesWhatIsNotOnThePage() {
        assertThat(judge("none", "operational", "c1;Nowhere").reason())
                .contains("'Nowhere'")
                .doesNotContain("'c1'");
    }

    @Test
    void countsGroupsOnlyThroughTheirMembersAndKeepsTheVendorsWord() {
        Verdict verdict = judge("minor", "degraded_performance", null);

        assertThat(verdict.detail()).containsEntry("indicator", "minor").containsEntry("componentCount", 4);
        assertThat(verdict.detail().get("components"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Object.class))
                .hasSize(4)
                .first()
                .isEqualTo(java.util.Map.of(
                        "id", "c1", "name", "Europe / API", "status", "degraded", "word", "degraded_performance"));
    }

    @Test
    void tellsIncidentsOnceWithTheirOwnTime() {
        List<Finding> findings = judge("major", "partial_outage", null).findings();

        assertThat(findings).hasSize(1);
        Finding incident = findings.getFirst();
        assertThat(incident.signal()).isEqualTo("status-incident");
        assertThat(incident.key()).isEqualTo("statuspage:i1");
        assertThat(incident.dimension()).isEqualTo(Dimension.UPTIME);
        assertThat(incident.value()).isNull();
        assertThat(incident.occurredAt()).isEqualTo("2026-11-22T09:05:00Z");
        assertThat(incident.source()).isEqualTo("https://stspg.io/i1");
        assertThat(incident.detail()).containsEntry("impact", "major").doesNotContainKey("resolvedAt");
    }

    @Test
    void leavesOutWhatDoesNotConcernTheChosenComponents() {
        Verdict verdict = judge("major", "partial_outage", "Website");

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.detail()).containsEntry("incidents", List.of()).containsEntry("maintenances", List.of());
    }

    @ParameterizedTest(name = "{0} is no summary")
    @CsvSource(delimiter = '|', textBlock = """
            {}
            {"status": {"indicator": "none"}}
            {"status": {}, "components": []}
            {"page": {"status": "UP"}}
            """)
    void refusesAnotherShape(String body) {
        Verdict verdict = Declaration.judge(JSON.read(body, PageSummary.class), null, RESPONSE, NOW);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.UNEXPECTED_FORMAT);
    }

    @ParameterizedTest(name = "status {0} as {1} gives {2}")
    @CsvSource({
        "200, application/json, ",
        "200, application/json; charset=utf-8, ",
        "200, text/html, UNEXPECTED_FORMAT",
        "401, application/json, UNEXPECTED_STATUS",
        "404, application/json, UNEXPECTED_STATUS",
        "500, application/json, UNEXPECTED_STATUS",
        "302, application/json, UNEXPECTED_STATUS",
        "429, application/json, BOT_WALL"
    })
    void aFailingPageSaysNothing(int status, String type, @Nullable Cause cause) {
        Verdict refusal = StatusPageProbe.refusal(Answers.answer(status, "{}", "Content-Type", type));

        assertThat(refusal == null ? null : refusal.cause()).isEqualTo(cause);
        assertThat(refusal == null ? Outcome.UNKNOWN : refusal.outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest(name = "{0} is read from {1}")
    @CsvSource({
        "https://status.acme.example, https://status.acme.example/api/v2/summary.json",
        "https://status.acme.example/, https://status.acme.example/api/v2/summary.json",
        "https://acme.example/status/, https://acme.example/status/api/v2/summary.json",
        "https://status.acme.example/api/v2/summary.json, https://status.acme.example/api/v2/summary.json"
    })
    void findsTheSummaryOfAPage(URI page, URI summary) {
        assertThat(StatusPageProbe.summary(page)).isEqualTo(summary);
    }

    private static Verdict judge(String indicator, String component, @Nullable String chosen) {
        PageSummary page =
                JSON.read(PAGE.replace("INDICATOR", indicator).replace("WORD", component), PageSummary.class);
        List<String> components = chosen == null ? null : Arrays.asList(chosen.split(";", -1));
        return Declaration.judge(page, components, RESPONSE, NOW);
    }
}
