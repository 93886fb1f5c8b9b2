package io.bellwether.core.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTest {

    private static final Duration STEP = Duration.ofMinutes(5);
    private static final Signal BAD = Signal.bad(Severity.CRITICAL);

    @ParameterizedTest
    @CsvSource({
        "2026-03-02T00:00:00Z, 2026-03-02T00:15:00Z, 3",
        "2026-03-02T00:01:00Z, 2026-03-02T00:14:59Z, 2",
        "2026-03-02T00:00:00Z, 2026-03-02T00:04:59Z, 0",
        "2026-03-02T00:04:59Z, 2026-03-02T00:05:00Z, 1"
    })
    void judgesAtTheEndOfEachStepOnce(Instant from, Instant to, int ticks) {
        assertThat(Replay.ticks(STEP, from, to))
                .hasSize(ticks)
                .allMatch(tick -> tick.isAfter(from) && !tick.isAfter(to) && tick.getEpochSecond() % 300 == 0);
    }

    @Test
    void twoPeriodsThatJoinHaveTheTicksOfBoth() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 500; round++) {
            Instant from = Instant.ofEpochSecond(random.nextLong(2_000_000_000L));
            Instant middle = from.plusSeconds(random.nextInt(5_000));
            Instant to = middle.plusSeconds(random.nextInt(5_000));
            List<Instant> joined = new ArrayList<>(Replay.ticks(STEP, from, middle));
            joined.addAll(Replay.ticks(STEP, middle, to));

            assertThat(joined).as("%s %s %s", from, middle, to).isEqualTo(Replay.ticks(STEP, from, to));
        }
    }

    @Test
    void whatWouldStillGoOnHasNoEnd() {
        Threshold rule = rule(Policy.inARow(2, 2));
        History history = Readings.values(Metric.LATENCY_P95, STEP, 100.0, 2000.0, 2000.0, 2000.0);

        assertThat(Replay.of(rule, Severity.INFO, history, new Span(Readings.BEGIN, Readings.at(STEP, 4))))
                .containsExactly(new Played(Readings.at(STEP, 2), Readings.at(STEP, 3), null, Severity.INFO));
    }

    @Test
    void evidenceThatComesByItselfIsPlayedByTheSameMachine() {
        List<Signal> signals =
                List.of(Signal.GOOD, BAD, Signal.NO_DATA, BAD, Signal.GOOD, BAD, Signal.GOOD, Signal.GOOD, BAD);
        Stream<Replay.Piece> pieces = IntStream.range(0, signals.size())
                .mapToObj(index -> new Replay.Piece(Readings.at(STEP, index), signals.get(index)));

        assertThat(Replay.of(Policy.inARow(2, 2), pieces))
                .containsExactly(new Played(
                        Readings.at(STEP, 1), Readings.at(STEP, 3), Readings.at(STEP, 7), Severity.CRITICAL));
    }

    @Test
    void whatNeverFiredIsNotCounted() {
        Threshold rule = rule(Policy.inARow(3, 1));
        History history = Readings.values(Metric.LATENCY_P95, STEP, 2000.0, 2000.0, 100.0, 2000.0, 2000.0);

        assertThat(Replay.of(rule, Severity.INFO, history, new Span(Readings.BEGIN, Readings.at(STEP, 5))))
                .isEmpty();
    }

    @Test
    void episodesNeverOverlapAndEachIsLongEnoughToHaveBeenConfirmed() {
        SplittableRandom random = new SplittableRandom(42);
        for (int round = 0; round < 300; round++) {
            Double[] values = new Double[200];
            for (int index = 0; index < values.length; index++) {
                values[index] = random.nextInt(10) == 0 ? null : (Double) random.nextDouble(0, 2000);
            }
            int fire = random.nextInt(1, 4);
            int recover = random.nextInt(1, 4);
            Threshold rule = rule(Policy.inARow(fire, recover));

            List<Played> played = Replay.of(
                    rule,
                    Severity.WARNING,
                    Readings.values(Metric.LATENCY_P95, STEP, values),
                    new Span(Readings.BEGIN, Readings.at(STEP, values.length)));

            Instant free = Readings.BEGIN;
            for (Played one : played) {
                assertThat(one.startedAt()).as("round %d", round).isAfterOrEqualTo(free);
                assertThat(one.firedAt()).isAfterOrEqualTo(one.startedAt().plus(STEP.multipliedBy(fire - 1L)));
                if (one.resolvedAt() != null) {
                    assertThat(one.resolvedAt()).isAfterOrEqualTo(one.firedAt().plus(STEP.multipliedBy(recover)));
                    free = one.resolvedAt();
                }
            }
        }
    }

    @Test
    void aStricterLimitNeverFiresForLess() {
        SplittableRandom random = new SplittableRandom(5);
        for (int round = 0; round < 200; round++) {
            Double[] values = random.doubles(100, 0, 2000).boxed().toArray(Double[]::new);
            History history = Readings.values(Metric.LATENCY_P95, STEP, values);
            Span all = new Span(Readings.BEGIN, Readings.at(STEP, values.length));

            long strict = minutes(
                    new Threshold(Metric.LATENCY_P95, Comparison.ABOVE, 900, 900, STEP, Policy.inARow(1, 1)),
                    history,
                    all);
            long lax = minutes(
                    new Threshold(Metric.LATENCY_P95, Comparison.ABOVE, 1500, 1500, STEP, Policy.inARow(1, 1)),
                    history,
                    all);

            assertThat(strict).as("round %d", round).isGreaterThanOrEqualTo(lax);
        }
    }

    private static long minutes(Threshold rule, History history, Span all) {
        return Noise.of(Replay.of(rule, Severity.WARNING, history, all), 1, all).minutes();
    }

    private static Threshold rule(Policy policy) {
        return new Threshold(Metric.LATENCY_P95, Comparison.ABOVE, 1000, 1000, STEP, policy);
    }
}
