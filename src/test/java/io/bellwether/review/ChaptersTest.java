package io.bellwether.review;

import static io.bellwether.review.Materials.BEGIN;
import static io.bellwether.review.Materials.END;
import static io.bellwether.review.Materials.day;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.DocumentContext;
import io.bellwether.alert.Alert.TimelineEntry;
import io.bellwether.core.alert.Severity;
import io.bellwether.history.LatencySummary;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChaptersTest {

    @Test
    void postureTellsWhichChecksSaySomethingElseAtTheEnd() {
        DocumentContext shown = Materials.json(
                new PostureChapter(),
                new Materials()
                        .check("tls-host-name", "PASS", BEGIN.minusSeconds(1), day(10, 0, 0))
                        .check("tls-host-name", "FAIL", day(10, 0, 0), null)
                        .check("tls-chain", "WARN", BEGIN.minusSeconds(1), day(5, 0, 0))
                        .check("tls-chain", "FAIL", day(5, 0, 0), day(6, 0, 0))
                        .check("tls-chain", "PASS", day(6, 0, 0), null)
                        .check("new", "FAIL", day(7, 0, 0), null)
                        .check("later", "FAIL", END.plusSeconds(1), null)
                        .check("gone", "FAIL", BEGIN.minusSeconds(9), BEGIN.minusSeconds(1))
                        .build());

        assertThat(shown.<List<String>>read("$.changes[*].check")).containsExactly("tls-host-name", "tls-chain");
        assertThat(shown.<List<Boolean>>read("$.changes[*].worse")).containsExactly(true, false);
        assertThat(shown.<List<String>>read("$.checks[*].check")).containsExactly("new", "tls-host-name", "tls-chain");
        assertThat(shown.<String>read("$.changes[0].before")).isEqualTo("PASS");
        assertThat(shown.<String>read("$.changes[0].now")).isEqualTo("FAIL");
        assertThat(shown.<String>read("$.checks[1].meaning")).contains("made out to someone else");
        assertThat(shown.<String>read("$.checks[2].value")).isEqualTo("PASS");
        assertThat(shown.<String>read("$.checks[2].meaning")).isNull();
        assertThat(shown.<String>read("$.changes[0].at")).isEqualTo("2026-10-11T00:00:00Z");
    }

    @Test
    void financialListsTheFilingsOfThePeriodInTheirOrder() {
        DocumentContext shown = Materials.json(
                new FinancialChapter(),
                new Materials()
                        .filing(END, "filing-8k-1.03")
                        .filing(day(40, 0, 0), "filing-8k-2.04")
                        .filing(day(2, 0, 0), "filing-unheard-of")
                        .filing(BEGIN, "filing-10-q")
                        .filing(BEGIN.minusMillis(1), "filing-8k-1.03")
                        .health("2026-10-01", 80, "B")
                        .health("2026-12-31", 40, "D")
                        .build());

        assertThat(shown.<List<String>>read("$.events[*].date"))
                .containsExactly("2026-10-01T00:00:00Z", "2026-10-03T00:00:00Z", "2026-11-10T00:00:00Z");
        assertThat(shown.<List<String>>read("$.events[*].meaning.marketing"))
                .containsExactly(
                        "It published its quarterly figures.",
                        "It published something new.",
                        "Its lenders want their money back early.");
        assertThat(shown.<List<Double>>read("$.events[*].points")).containsExactly(0.0, 0.0, 45.0);
        assertThat(shown.<Integer>read("$.score.begin")).isEqualTo(80);
        assertThat(shown.<Integer>read("$.score.end")).isEqualTo(40);
    }

    @Test
    void alertsTellWhoTookThemOnAndHowSoon() {
        DocumentContext shown = Materials.json(
                new AlertsChapter(),
                new Materials()
                        .alert(
                                Severity.CRITICAL,
                                day(1, 0, 0),
                                day(1, 0, 45),
                                new TimelineEntry(day(1, 0, 0), "FIRING", "system", ""),
                                new TimelineEntry(day(1, 0, 6), "ACKNOWLEDGED", "ada", "on it"),
                                new TimelineEntry(day(1, 0, 9), "ACKNOWLEDGED", "bob", "me too"))
                        .alert(Severity.WARNING, day(91, 23, 0), END.plusSeconds(60))
                        .alert(Severity.WARNING, null, null)
                        .alert(Severity.INFO, day(91, 23, 30), null)
                        .build());

        assertThat(shown.<List<Double>>read("$.items[*].minutes")).containsExactly(45.0, 60.0, 30.0);
        assertThat(shown.<String>read("$.items[0].acknowledgedBy")).isEqualTo("ada");
        assertThat(shown.<Double>read("$.items[0].minutesToAcknowledge")).isEqualTo(6);
        assertThat(shown.<Object>read("$.items[1].acknowledgedBy")).isNull();
        assertThat(shown.<Object>read("$.items[1].resolvedAt")).isNull();
        assertThat(shown.<String>read("$.items[0].source"))
                .isEqualTo("/api/v1/alerts/00000000-0000-0000-0000-000000000000");
        assertThat(shown.<Integer>read("$.counts.total")).isEqualTo(3);
        assertThat(shown.<Integer>read("$.counts.acknowledged")).isEqualTo(1);
        assertThat(shown.<Integer>read("$.counts.openAtEnd")).isEqualTo(2);
    }

    @Test
    void latencyIsComparedWithTheQuarterBefore() {
        DocumentContext shown = Materials.json(
                new LatencyChapter(),
                new Materials()
                        .latency("login", new LatencySummary(10, 100, 300, 450), new LatencySummary(9, 200, 200, 300))
                        .latency("new", new LatencySummary(10, 100, 300, 450), null)
                        .build());

        assertThat(shown.<Double>read("$.probes[0].changePercent.p50")).isEqualTo(-50);
        assertThat(shown.<Double>read("$.probes[0].changePercent.p95")).isEqualTo(50);
        assertThat(shown.<Double>read("$.probes[0].changePercent.p99")).isEqualTo(50);
        assertThat(shown.<Double>read("$.probes[1].current.p95")).isEqualTo(300);
        assertThat(shown.<Object>read("$.probes[1].changePercent")).isNull();
    }

    @Test
    void healthShowsWhereTheIndexBeganEndedAndTurned() {
        DocumentContext shown = Materials.json(
                new HealthChapter(),
                new Materials()
                        .health("2026-10-01", null, null)
                        .health("2026-10-02", 82, "B")
                        .health("2026-11-01", 91, "A")
                        .health("2026-12-01", 44, "D")
                        .health("2026-12-31", 60, "C")
                        .build());

        assertThat(shown.<Integer>read("$.index.begin.index")).isEqualTo(82);
        assertThat(shown.<Integer>read("$.index.end.index")).isEqualTo(60);
        assertThat(shown.<String>read("$.index.min.day")).isEqualTo("2026-12-01");
        assertThat(shown.<String>read("$.index.max.grade")).isEqualTo("A");
        assertThat(shown.<Integer>read("$.index.days")).isEqualTo(4);
        assertThat(shown.<String>read("$.source"))
                .isEqualTo("/api/v1/vendors/acme/health/history?from=2026-10-01&to=2026-12-31");
    }

    @Test
    void theStatusPageIsHeldAgainstWhatWasMeasured() {
        DocumentContext shown = Materials.json(new HonestyChapter(), new Materials().build());

        assertThat(shown.<String>read("$.grade")).isEqualTo("B");
        assertThat(shown.<Double>read("$.unadmittedMinutes")).isEqualTo(11);
        assertThat(shown.<Double>read("$.medianDelayMinutes")).isEqualTo(7.5);
        assertThat(shown.<String>read("$.text.marketing")).isEqualTo("marketing");
        assertThat(shown.<String>read("$.source")).isEqualTo("/api/v1/vendors/acme/status-page-honesty");
    }

    @Test
    void actionsListWhatIsStillWrongAtTheEnd() {
        DocumentContext shown = Materials.json(
                new ActionsChapter(),
                new Materials()
                        .alert(Severity.CRITICAL, day(1, 0, 0), day(1, 0, 45))
                        .alert(Severity.WARNING, day(2, 0, 0), null)
                        .check("tls-host-name", "FAIL", day(1, 0, 0), null)
                        .check("tls-chain", "PASS", day(1, 0, 0), null)
                        .build());

        assertThat(shown.<List<String>>read("$.openAlerts[*].since")).containsExactly("2026-10-03T00:00:00Z");
        assertThat(shown.<List<String>>read("$.failingChecks[*].check")).containsExactly("tls-host-name");
    }
}
