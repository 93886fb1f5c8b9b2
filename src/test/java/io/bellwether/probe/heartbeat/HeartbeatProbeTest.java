package io.bellwether.probe.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.heartbeat.HeartbeatProbe.Settings;
import io.bellwether.probe.heartbeat.Ping.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeartbeatProbeTest {

    private static final String KEY = "a-key-of-22-characters";
    private static final Instant CREATED = Instant.parse("2026-11-20T08:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final Settings HOURLY = new Settings(KEY, null, null, null, GRACE, null);
    private static final Settings BRIEF = new Settings(KEY, null, null, null, GRACE, Duration.ofMinutes(5));

    @ParameterizedTest(name = "{0} after the last one it is {1}")
    @CsvSource({"PT0S, UP, OK", "PT1H, UP, OK", "PT1H10M, UP, OK", "PT1H10M1S, DOWN, OVERDUE", "P3D, DOWN, OVERDUE"})
    void itIsMissedAfterItsGrace(Duration later, Outcome outcome, Cause cause) {
        Verdict verdict = judge(HOURLY, CREATED.plus(later), null, success(CREATED));

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.detail())
                .containsEntry("last", text(CREATED))
                .containsEntry("due", text(CREATED.plus(HOUR)));
    }

    @Test
    void whoIsMissedIsToldSinceWhen() {
        assertThat(judge(HOURLY, at("12:00"), null, success(at("08:30"))).reason())
                .isEqualTo("No heartbeat since 2026-11-20T08:30:00Z; "
                        + "one was due at 2026-11-20T09:30:00Z with a grace of PT10M.");
        assertThat(judge(HOURLY, at("12:00"), null).reason())
                .isEqualTo("No heartbeat has ever come; one was due at 2026-11-20T09:00:00Z with a grace of PT10M.");
    }

    @Test
    void theFirstOneHasItsTimeToo() {
        Verdict waiting = judge(HOURLY, at("09:10"), null);

        assertThat(waiting.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(waiting.cause()).isEqualTo(Cause.AWAITED);
        assertThat(waiting.reason()).isEqualTo("Waiting for the first heartbeat.");
        assertThat(judge(HOURLY, at("09:11"), null).outcome()).isEqualTo(Outcome.DOWN);
    }

    @Test
    void itsOwnIntervalGoesBeforeTheProbes() {
        Settings daily = new Settings(KEY, Duration.ofDays(1), null, null, GRACE, null);

        assertThat(judge(daily, at("20:00"), null, success(at("09:00"))).outcome())
                .isEqualTo(Outcome.UP);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"02:10, UP", "02:11, DOWN"})
    void aCalendarSaysWhenItIsDueInItsZone(String time, Outcome outcome) {
        Settings nightly = new Settings(KEY, null, "0 3 * * *", "Europe/Berlin", GRACE, null);

        assertThat(judge(nightly, Instant.parse("2026-11-22T" + time + ":00Z"), null, success(at("21:00")))
                        .outcome())
                .isEqualTo(Outcome.DOWN);
        assertThat(judge(
                                nightly,
                                Instant.parse("2026-11-22T" + time + ":00Z"),
                                null,
                                success(Instant.parse("2026-11-21T02:00:07Z")))
                        .outcome())
                .isEqualTo(outcome);
    }

    @Test
    void aCalendarThatIsOverAwaitsNothing() {
        Settings once = new Settings(KEY, null, "0 0 3 1 1 ? 2026", null, GRACE, null);

        Verdict verdict = judge(once, at("09:00"), null, success(at("08:00")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.NOT_CONFIGURED);
    }

    @Test
    void aFailureThatIsToldCountsAtOnceUntilASuccess() {
        Ping failed = new Ping(at("09:00"), Kind.FAIL, 3, "disk full");

        Verdict verdict = judge(HOURLY, at("09:01"), null, failed, start(at("08:50")), success(at("08:00")));

        assertThat(verdict.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.DECLARED);
        assertThat(verdict.reason()).isEqualTo("The last heartbeat says that the job failed with exit code 3.");
        assertThat(verdict.detail()).containsEntry("payload", "disk full").containsEntry("exitCode", 3);
        assertThat(judge(HOURLY, at("09:20"), null, start(at("09:10")), failed).outcome())
                .isEqualTo(Outcome.DOWN);
        assertThat(judge(HOURLY, at("09:20"), null, success(at("09:15")), start(at("09:10")), failed)
                        .outcome())
                .isEqualTo(Outcome.UP);
    }

    @Test
    void aStartIsASignOfLife() {
        Verdict running = judge(HOURLY, at("10:05"), null, start(at("09:00")), success(at("08:00")));

        assertThat(running.outcome()).isEqualTo(Outcome.UP);
        assertThat(running.reason()).isEqualTo("The job has started in time and is running.");
        assertThat(running.detail()).containsEntry("started", "2026-11-20T09:00:00Z");
    }

    @Test
    void aRunMustEndInItsTime() {
        assertThat(judge(BRIEF, at("09:05"), null, start(at("09:00"))).outcome())
                .isEqualTo(Outcome.UP);

        Verdict late = judge(BRIEF, at("09:06"), null, start(at("09:00")), success(at("08:00")));

        assertThat(late.outcome()).isEqualTo(Outcome.DOWN);
        assertThat(late.cause()).isEqualTo(Cause.OVERDUE);
        assertThat(late.reason()).isEqualTo("The job started at 2026-11-20T09:00:00Z and did not end within PT5M.");
        assertThat(judge(BRIEF, at("09:06"), null, success(at("09:04")), start(at("09:00")))
                        .outcome())
                .isEqualTo(Outcome.UP);
    }

    @Test
    void anotherStartDoesNotExcuseTheRunThatDidNotEnd() {
        assertThat(judge(BRIEF, at("09:06"), null, start(at("09:05")), start(at("09:00")))
                        .outcome())
                .isEqualTo(Outcome.DOWN);
    }

    @Test
    void whatMayHaveComeWhileNobodyListenedIsNotMissed() {
        Ping last = success(at("08:30"));
        Watch.Away away = new Watch.Away(at("09:25"), at("09:45"));

        Verdict verdict = judge(HOURLY, at("09:50"), away, last);

        assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).isEqualTo(Cause.AWAITED);
        assertThat(verdict.reason()).contains("while nobody was listening");
        assertThat(judge(HOURLY, at("10:55"), away, last).outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(judge(HOURLY, at("10:56"), away, last).outcome()).isEqualTo(Outcome.DOWN);
    }

    @ParameterizedTest(name = "away from {0} to {1}")
    @CsvSource({"09:41, 09:45", "08:40, 09:19"})
    void anAbsenceAtAnotherTimeExcusesNothing(String from, String to) {
        Watch.Away away = new Watch.Away(at(from), at(to));

        assertThat(judge(HOURLY, at("09:50"), away, success(at("08:30"))).outcome())
                .isEqualTo(Outcome.DOWN);
    }

    @Test
    void anEndMayGetLostWhileNobodyListensToo() {
        Watch.Away away = new Watch.Away(at("09:02"), at("09:04"));

        assertThat(judge(BRIEF, at("09:06"), away, start(at("09:00"))).cause()).isEqualTo(Cause.AWAITED);
        assertThat(judge(BRIEF, at("09:10"), away, start(at("09:00"))).outcome())
                .isEqualTo(Outcome.DOWN);
    }

    private static Verdict judge(Settings settings, Instant now, Watch.@Nullable Away away, Ping... newestFirst) {
        Watch watch = new Watch(now, CREATED, HOUR, away, new ArrayList<>(List.of(newestFirst)));
        Verdict verdict = HeartbeatProbe.judge(settings, watch);
        assertThat(verdict.reason()).endsWith(".");
        return verdict;
    }

    private static Ping success(Instant at) {
        return new Ping(at, Kind.SUCCESS, null, null);
    }

    private static Ping start(Instant at) {
        return new Ping(at, Kind.START, null, null);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-20T" + time + ":00Z");
    }

    private static String text(Instant at) {
        return at.toString();
    }
}
