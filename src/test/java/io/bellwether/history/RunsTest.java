package io.bellwether.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Outcome;
import io.bellwether.core.slo.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunsTest {

    private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final TimingCodes NO_TIMINGS =
            new TimingCodes((short) 0, (short) 0, (short) 0, (short) 0, (short) 0, (short) 0);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void observationsThatSayTheSameAreOneRun() {
        List<Run> runs = Runs.of(List.of(
                moment(0, Outcome.UP, ""),
                moment(1, Outcome.DEGRADED, ""),
                moment(2, Outcome.DOWN, "first"),
                moment(3, Outcome.DOWN, "second")));

        assertThat(runs)
                .containsExactly(
                        new Run(Run.State.GOOD, minute(0), minute(2), MINUTE, ""),
                        new Run(Run.State.DOWN, minute(2), minute(4), MINUTE, "first"));
    }

    @Test
    void aTimeWithoutObservationsSeparatesRuns() {
        List<Run> runs = Runs.of(List.of(moment(0, Outcome.UP, ""), moment(2, Outcome.UP, "")));

        assertThat(runs).hasSize(2);
        assertThat(runs.getFirst().end()).isEqualTo(minute(1));
    }

    @Test
    void runsThatWereCutAtTheEdgeOfASlotAreJoinedAgain() {
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            List<Moment> moments = moments(random, 300);
            List<List<Run>> parts = new ArrayList<>();
            for (int from = 0; from < moments.size(); ) {
                int to = Math.min(moments.size(), from + 1 + random.nextInt(70));
                parts.add(Runs.of(moments.subList(from, to)));
                from = to;
            }

            assertThat(Runs.join(parts)).isEqualTo(Runs.of(moments));
        }
    }

    @Test
    void storedRunsAreReadAsTheyWere() {
        List<Run> runs = Runs.of(moments(new Random(11), 500));

        assertThat(Runs.from(Runs.bytes(runs, BEGIN), BEGIN)).isEqualTo(runs);
    }

    @Test
    void anUneventfulHourTakesTenBytesAtMost() {
        List<Moment> hour = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            hour.add(moment(i, Outcome.UP, ""));
        }

        assertThat(Runs.bytes(Runs.of(hour), BEGIN)).hasSizeLessThanOrEqualTo(10);
    }

    private static List<Moment> moments(Random random, int count) {
        List<Moment> moments = new ArrayList<>();
        Outcome outcome = Outcome.UP;
        for (int i = 0; i < count; i++) {
            if (random.nextInt(10) == 0) {
                outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            }
            if (random.nextInt(20) != 0) {
                moments.add(moment(i, outcome, outcome == Outcome.DOWN ? "reason " + i : ""));
            }
        }
        return moments;
    }

    private static Moment moment(int minute, Outcome outcome, String reason) {
        return new Moment(1, minute(minute), MINUTE, outcome, NO_TIMINGS, reason);
    }

    private static Instant minute(int minute) {
        return BEGIN.plus(MINUTE.multipliedBy(minute));
    }
}
