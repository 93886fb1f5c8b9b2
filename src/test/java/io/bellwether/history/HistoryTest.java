package io.bellwether.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.bellwether.Samples;
import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.slo.Answers;
import io.bellwether.core.slo.Run;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A probe's past, two and a half days of it in 2003, read from observations and from summaries. */
@QuarkusTest
class HistoryTest {

    private static final Instant BEGIN = Instant.parse("2003-02-01T00:00:00Z");
    private static final List<Outcome> OUTCOMES = List.of(Outcome.values());
    private static final Instant END = Instant.parse("2003-02-03T12:00:00Z");

    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final Partitions partitions;
    private final ObservationWriter writer;
    private final Observations observations;
    private final RollupJob rollups;
    private final SeriesQuery series;
    private final LatencyQuery latency;
    private final ThresholdQuery thresholds;
    private final RunQuery runs;
    private final Jdbi jdbi;

    private Vendor vendor;
    private ConfiguredProbe probe;

    HistoryTest(
            VendorRegister vendors,
            ProbeRegister probes,
            Partitions partitions,
            ObservationWriter writer,
            Observations observations,
            RollupJob rollups,
            SeriesQuery series,
            LatencyQuery latency,
            ThresholdQuery thresholds,
            RunQuery runs,
            Jdbi jdbi) {
        this.vendors = vendors;
        this.probes = probes;
        this.partitions = partitions;
        this.writer = writer;
        this.observations = observations;
        this.rollups = rollups;
        this.series = series;
        this.latency = latency;
        this.thresholds = thresholds;
        this.runs = runs;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void aProbe() {
        partitions.ensure(LocalDate.parse("2003-02-01"), LocalDate.parse("2003-02-03"));
        vendor = vendors.create(Samples.vendor());
        probe = probes.add(vendor.id(), Samples.probe());
    }

    @Test
    void summariesSayWhatTheObservationsSay() {
        write(past(new Random(3)));
        Instant from = BEGIN.plusSeconds(90);
        Instant to = END.minusSeconds(1234);
        Map<UUID, List<Run>> runsBefore = runs.ofVendor(vendor.id(), from, to);
        List<SeriesPoint> hoursBefore = series.series(probe.id(), BEGIN, END, Duration.ofHours(1));
        LatencySummary latencyBefore = latency.of(probe.id(), from, to).orElseThrow();

        rollups.catchUp();

        assertThat(rows("rollup_hour")).isEqualTo(60);
        assertThat(rows("rollup_day")).isEqualTo(3);
        assertThat(runs.ofVendor(vendor.id(), from, to)).isEqualTo(runsBefore);
        assertThat(runs.of(List.of(probe.id()), from, to)).isEqualTo(runsBefore);
        assertThat(series.series(probe.id(), BEGIN, END, Duration.ofHours(1))).isEqualTo(hoursBefore);
        assertThat(latency.of(probe.id(), from, to)).contains(latencyBefore);
        assertThat(runsBefore.get(probe.id()))
                .extracting(Run::state)
                .contains(Run.State.GOOD, Run.State.DOWN, Run.State.UNKNOWN);
    }

    @Test
    void countsOfEveryStepAddUp() {
        List<Observation> past = past(new Random(4));
        write(past);
        rollups.catchUp();

        for (String step : List.of("PT1M", "PT5M", "PT20M", "PT1H", "PT6H", "P1D")) {
            List<SeriesPoint> points = series.series(probe.id(), BEGIN, END, Duration.parse(step));

            assertThat(points.stream().mapToLong(SeriesPoint::down).sum())
                    .as(step)
                    .isEqualTo(past.stream()
                            .filter(one -> one.outcome() == Outcome.DOWN)
                            .count());
            assertThat(points.stream()
                            .mapToLong(point -> point.up() + point.degraded() + point.down() + point.unknown())
                            .sum())
                    .as(step)
                    .isEqualTo(past.size());
        }
    }

    @Test
    void percentilesAreWithinOnePercentOfTheExactOnes() {
        List<Observation> past = past(new Random(5));
        write(past);
        rollups.catchUp();

        double[] exact = past.stream()
                .filter(one -> one.outcome().good())
                .mapToDouble(Observation::duration)
                .sorted()
                .toArray();
        LatencySummary summary = latency.of(probe.id(), BEGIN, END).orElseThrow();

        assertThat(summary.count()).isEqualTo(exact.length);
        assertThat(summary.p50()).isCloseTo(exact[(int) (0.5 * (exact.length - 1))], withinPercentage(1.1));
        assertThat(summary.p95()).isCloseTo(exact[(int) (0.95 * (exact.length - 1))], withinPercentage(1.1));
        assertThat(summary.p99()).isCloseTo(exact[(int) (0.99 * (exact.length - 1))], withinPercentage(1.1));
    }

    @Test
    void slowAnswersAreCountedHourByHour() {
        write(past(new Random(7)));
        Instant from = BEGIN.plusSeconds(90);
        Instant to = END.minusSeconds(1234);
        Collection<List<Answers>> before = thresholds.ofVendor(vendor.id(), from, to, Duration.ofMillis(80));

        rollups.catchUp();

        // From 00:01:30 on the first day to 11:39:26 on the third.
        assertThat(before).singleElement().satisfies(hours -> assertThat(hours).hasSize(60));
        assertThat(thresholds.ofVendor(vendor.id(), from, to, Duration.ofMillis(80)))
                .isEqualTo(before);
        LatencySummary summary = latency.of(probe.id(), from, to).orElseThrow();
        assertThat(thresholds.of(List.of(probe.id()), from, to, Duration.ofNanos((long) (summary.p95() * 1e6))))
                .singleElement()
                .satisfies(hours -> {
                    assertThat(hours.stream().mapToLong(Answers::all).sum()).isEqualTo(summary.count());
                    assertThat(hours.stream().mapToLong(Answers::slow).sum() / (double) summary.count())
                            .isBetween(0.04, 0.051);
                });
    }

    @Test
    void whatTookLongBecauseWeStoodStillIsNoLatencyOfTheVendor() {
        Attempt stalled = attempt(BEGIN, Outcome.UP, 5_000, Map.of(Attempt.STALLED, 4_900));
        write(List.of(Samples.observation(probe, BEGIN, List.of(stalled))));
        assertThat(latency.of(probe.id(), BEGIN, END)).isEmpty();
        write(List.of(observation(BEGIN.plusSeconds(60))));

        for (int i = 0; i < 2; i++) {
            LatencySummary summary = latency.of(probe.id(), BEGIN, END).orElseThrow();
            assertThat(summary.count()).isEqualTo(1);
            assertThat(summary.p99()).isCloseTo(10, withinPercentage(1.1));
            assertThat(series.series(probe.id(), BEGIN, END, Duration.ofHours(1)))
                    .singleElement()
                    .satisfies(point -> assertThat(point.up()).isEqualTo(2));
            rollups.catchUp();
        }
        assertThat(observations
                        .between(probe.id(), BEGIN, BEGIN.plusSeconds(1), 1)
                        .getFirst()
                        .duration())
                .as("what was measured stays")
                .isCloseTo(5_000, withinPercentage(0.05));
    }

    @Test
    void anObservationThatComesLateIsSummarisedToo() {
        List<Observation> past = new ArrayList<>(past(new Random(6)));
        Observation late = past.remove(past.size() / 2);
        write(past);
        rollups.catchUp();

        write(List.of(late));
        rollups.catchUp();

        LatencySummary summary = latency.of(probe.id(), BEGIN, END).orElseThrow();
        long good = past.stream().filter(one -> one.outcome().good()).count()
                + (late.outcome().good() ? 1 : 0);
        assertThat(summary.count()).isEqualTo(good);
        assertThat(series.series(probe.id(), BEGIN, END, Duration.ofDays(1)).stream()
                        .mapToLong(point -> point.up() + point.degraded() + point.down() + point.unknown())
                        .sum())
                .isEqualTo(past.size() + 1);
    }

    @Test
    void aTimeIsNotSummarisedWhileSomebodyIsStillWritingToIt() {
        Instant hour = Instant.parse("2003-02-03T20:00:00Z");
        write(List.of(observation(hour)));
        CompletableFuture<Void> job = QuarkusTransaction.requiringNew().call(() -> {
            writer.write(List.of(observation(hour.plusSeconds(60))));
            CompletableFuture<Void> summarising = CompletableFuture.runAsync(rollups::catchUp);
            Awaitility.await().until(this::somebodyWaitsForTheSlots);
            return summarising;
        });

        job.join();

        assertThat(series.series(probe.id(), hour, hour.plusSeconds(3600), Duration.ofHours(1)))
                .singleElement()
                .satisfies(point -> assertThat(point.up()).isEqualTo(2));
        assertThat(rows("rollup_hour")).isEqualTo(1);
    }

    @Test
    void anObservationIsReadAsItWasWritten() {
        Attempt first = attempt(BEGIN.plusMillis(3), Outcome.DOWN, 55.5);
        Attempt second = attempt(BEGIN.plusSeconds(4), Outcome.UP, 44.25);
        write(List.of(Samples.observation(probe, BEGIN, List.of(first, second))));

        Observation read = observations.latest(probe.id()).orElseThrow();

        assertThat(read.at()).isEqualTo(BEGIN);
        assertThat(Duration.between(BEGIN, read.startedAt()).toNanos() / 1e6).isCloseTo(3, withinPercentage(0.05));
        assertThat(read.duration()).isCloseTo(44.25, withinPercentage(0.05));
        assertThat(read.phases().tls()).isCloseTo(20.0, withinPercentage(0.05));
        assertThat(read.phases().dns()).isNull();
        assertThat(read.attempts()).containsExactly(first, second);
        assertThat(read.detail()).isEqualTo(Map.of("status", 200));
    }

    @Test
    void whatManyObservationsSayIsStoredOnce() {
        long before = rows("evidence", "true");
        List<Observation> same = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            Instant at = BEGIN.plusSeconds(60L * i);
            same.add(Samples.observation(probe, at, List.of(attempt(at, Outcome.UP, 10 + i))));
        }

        write(same.subList(0, 250));
        write(same.subList(250, 500));

        assertThat(rows("evidence", "true") - before).isLessThanOrEqualTo(1);
        assertThat(observations.between(probe.id(), BEGIN, END, 1000)).hasSize(500);
    }

    private List<Observation> past(Random random) {
        List<Observation> past = new ArrayList<>();
        Outcome outcome = Outcome.UP;
        for (Instant at = BEGIN; at.isBefore(END); at = at.plusSeconds(60)) {
            if (random.nextInt(15) == 0) {
                outcome = OUTCOMES.get(random.nextInt(OUTCOMES.size()));
            }
            if (random.nextInt(50) != 0) {
                past.add(Samples.observation(
                        probe, at, List.of(attempt(at, outcome, Math.exp(4 + random.nextGaussian())))));
            }
        }
        return past;
    }

    private Observation observation(Instant at) {
        return Samples.observation(probe, at, List.of(attempt(at, Outcome.UP, 10)));
    }

    private static Attempt attempt(Instant at, Outcome outcome, double duration) {
        return attempt(at, outcome, duration, Map.of("status", 200));
    }

    private static Attempt attempt(Instant at, Outcome outcome, double duration, Map<String, Object> detail) {
        return new Attempt(
                at,
                outcome,
                outcome == Outcome.UP ? Cause.OK : Cause.DEADLINE,
                outcome + " as ever.",
                duration,
                new Phases(null, 10.0, 20.0, 3.0, 4.0),
                detail,
                List.of());
    }

    private void write(List<Observation> batch) {
        QuarkusTransaction.requiringNew().run(() -> writer.write(batch));
    }

    private long rows(String table) {
        return rows(table, "series = (SELECT number FROM series WHERE probe_id = '" + probe.id() + "')");
    }

    private long rows(String table, String condition) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + table + " WHERE " + condition)
                .mapTo(long.class)
                .one());
    }

    private boolean somebodyWaitsForTheSlots() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM pg_stat_activity
                                        WHERE wait_event_type = 'Lock' AND query LIKE '%rollup_slot%')""").mapTo(boolean.class).one());
    }
}
