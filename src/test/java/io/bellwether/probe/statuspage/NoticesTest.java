package io.bellwether.probe.statuspage;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.document.Unreadable;
import io.bellwether.probe.statuspage.format.Format;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticesTest {

    @Test
    void tellsAnIncidentOnceInTheVendorsOwnTimes() throws Unreadable {
        Finding incident = only("statuspage-incident.json", null, null);

        assertThat(incident.signal()).isEqualTo("status-incident");
        assertThat(incident.key()).isEqualTo("statuspage:i1");
        assertThat(incident.dimension()).isEqualTo(Dimension.UPTIME);
        assertThat(incident.value()).isNull();
        assertThat(incident.occurredAt()).isEqualTo("2026-11-22T09:05:00Z");
        assertThat(incident.source()).isEqualTo("https://stspg.example/i1");
        assertThat(incident.detail())
                .containsEntry("name", "API errors")
                .containsEntry("impact", "major")
                .containsEntry("status", "identified")
                .containsEntry("startedAt", "2026-11-22T09:05:00Z")
                .containsEntry("components", List.of("API"))
                .containsEntry(
                        "updates",
                        List.of(
                                Map.of("at", "2026-11-22T09:30:00Z", "status", "identified"),
                                Map.of("at", "2026-11-22T09:12:00Z", "status", "investigating")))
                .doesNotContainKey("resolvedAt");
    }

    @Test
    void tellsAMaintenanceThatGoesOnWithoutCallingItAnOutage() throws Unreadable {
        Verdict verdict = judge("statuspage-maintenance.json", "API", null);
        Finding maintenance = verdict.findings().getFirst();

        assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
        assertThat(verdict.detail()).containsEntry("declared", "maintenance");
        assertThat(maintenance.signal()).isEqualTo("status-maintenance");
        assertThat(maintenance.occurredAt()).isEqualTo("2026-11-22T08:00:00Z");
        assertThat(maintenance.detail())
                .containsEntry("start", "2026-11-22T08:00:00Z")
                .containsEntry("end", "2026-11-22T12:00:00Z")
                .containsEntry("title", "New database")
                .containsEntry("components", List.of("API"))
                .containsEntry("url", "https://stspg.example/m1");
    }

    @Test
    void workOnSomeComponentsMayNotBeAboutOursUnlessWeChoseThem() throws Unreadable {
        Finding some = only("statuspage-maintenance.json", null, null);
        Finding chosen = only("statuspage-maintenance.json", "API", null);
        Finding all = Fixtures.judge(
                        Fixtures.text("statuspage-maintenance.json")
                                .replace(
                                        "\"components\": [{\"id\": \"c1\", \"name\": \"API\"}]",
                                        "\"components\": [{\"id\": \"c1\"}, {\"id\": \"c2\"}]"),
                        Fixtures.wanted(null, null))
                .findings()
                .getFirst();
        Finding unnamed = only("instatus-maintenance.json", null, null);

        assertThat(some.detail()).containsEntry("partial", true);
        assertThat(List.of(chosen, all, unnamed))
                .allSatisfy(work -> assertThat(work.detail()).doesNotContainKey("partial"));
    }

    @Test
    void workThatIsSetForLaterDoesNotRunYet() throws Unreadable {
        String text =
                Fixtures.text("better-stack-maintenance.json").replace("2026-11-22T09:00:00", "2026-11-22T10:30:00");

        assertThat(Format.BETTER_STACK
                        .read(Fixtures.document(text), null, Fixtures.NOW)
                        .maintenances())
                .singleElement()
                .satisfies(work -> assertThat(work.covers(Fixtures.NOW)).isFalse());
    }

    @Test
    void aMaintenanceToComeIsToldButCoversNothing() throws Unreadable {
        Verdict verdict = judge("statuspage-well.json", null, null);

        assertThat(verdict.detail()).containsEntry("declared", "operational");
        assertThat(verdict.findings()).extracting(Finding::signal).containsExactly("status-maintenance");
    }

    @Test
    void aMaintenanceThatIsPutOffIsToldAgain() throws Unreadable {
        String text = Fixtures.text("statuspage-well.json");
        Finding announced =
                Fixtures.judge(text, Fixtures.wanted(null, null)).findings().getFirst();
        Finding postponed = Fixtures.judge(text.replace("2026-12-01", "2026-12-08"), Fixtures.wanted(null, null))
                .findings()
                .getFirst();

        assertThat(postponed.key()).isNotEqualTo(announced.key());
        assertThat(postponed.detail().get("id")).isEqualTo(announced.detail().get("id"));
    }

    @ParameterizedTest(name = "{0}: {4} from {5}")
    @CsvSource(delimiter = '|', textBlock = """
            statuspage-shim.json              |         |              | 01M   | status-incident    | 2026-11-22T09:13:00Z
            incident-io-incident.json         |         |              | 01A   | status-incident    | 2026-11-22T09:40:00Z
            incident-io-maintenance.json      | Login   |              | 01B   | status-maintenance | 2026-11-22T09:00:00Z
            instatus-incident.json            |         |              | cl1   | status-incident    | 2026-11-22T09:05:00Z
            instatus-maintenance.json         |         |              | cl2   | status-maintenance | 2026-11-22T09:30:00Z
            better-stack-incident.json        |         |              | 91    | status-incident    | 2026-11-22T09:05:00Z
            better-stack-maintenance.json     |         |              | 92    | status-maintenance | 2026-11-22T09:00:00Z
            status-io-incident.json           |         | Frankfurt    | 5f    | status-incident    | 2026-11-22T09:05:00Z
            status-io-maintenance.json        |         |              | 6a    | status-maintenance | 2026-11-22T09:00:00Z
            slack-incident.json               |         |              | 546   | status-incident    | 2026-11-22T09:05:00Z
            salesforce-trust-incident.json    |         |              | 2001  | status-incident    | 2026-11-22T09:05:00Z
            salesforce-trust-maintenance.json |         |              | 78    | status-maintenance | 2026-11-22T09:00:00Z
            google-incident.json              | Cloud Run |            | g2    | status-incident    | 2026-11-22T09:05:00Z
            aws-incident.json                 |         | me-south-1   | arn:aws:health:me-south-1::event/MULTIPLE_SERVICES/X/1 | status-incident | 2026-11-22T09:05:00Z
            heroku-incident.json              |         |              | 2963  | status-incident    | 2026-11-22T09:05:00Z
            zendesk-incident.json             |         |              | 10    | status-incident    | 2026-11-22T09:05:00Z
            rootly-incident.json              |         |              | r1    | status-incident    | 2026-11-22T09:05:00Z
            azure-incident.xml                |         |              | az-1  | status-incident    | 2026-11-22T09:05:00Z
            rss-incident.xml                  |         |              | tag:status.acme.example,2005:Incident/2 | status-incident | 2026-11-22T09:05:00Z
            """)
    void everyFormatTellsItsOwnTimes(
            String file, @Nullable String components, @Nullable String regions, String id, String signal, Instant begun)
            throws Unreadable {
        Finding finding = judge(file, components, regions).findings().getFirst();

        assertThat(finding.signal()).isEqualTo(signal);
        assertThat(finding.detail()).containsEntry("id", id);
        assertThat(finding.occurredAt()).isEqualTo(begun);
        assertThat(finding.source()).startsWith("https://");
    }

    @Test
    void tellsTheEndOfAnIncidentThatIsJustOver() throws Unreadable {
        Finding over = only("google-well.json", null, null);

        assertThat(over.detail())
                .containsEntry("name", "Mail was late")
                .containsEntry("resolvedAt", "2026-11-20T08:00:00Z")
                .containsEntry("url", "https://status.acme.example/incidents/g1");
    }

    @Test
    void doesNotDigUpWhatWasOverLongAgo() throws Unreadable {
        assertThat(judge("google-incident.json", "Cloud Run;Cloud Pub", null).findings())
                .extracting(finding -> finding.detail().get("id"))
                .containsExactly("g2");
    }

    @Test
    void workWithoutHoursIsShownButAnnouncesNone() throws Unreadable {
        Verdict verdict = judge("heroku-well.json", null, null);

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.detail().get("maintenances").toString()).contains("Platform maintenance");
    }

    private static Finding only(String file, @Nullable String components, @Nullable String regions) throws Unreadable {
        List<Finding> findings = judge(file, components, regions).findings();
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static Verdict judge(String file, @Nullable String components, @Nullable String regions) throws Unreadable {
        return Fixtures.judge(Fixtures.text(file), Fixtures.wanted(components, regions));
    }
}
