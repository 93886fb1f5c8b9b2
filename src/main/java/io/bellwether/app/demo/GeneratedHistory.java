package io.bellwether.app.demo;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Dimension;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.Voices;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.Driver;
import io.bellwether.core.score.IndexWeights;
import io.bellwether.core.score.RuleSet;
import io.bellwether.core.score.Trend;
import io.bellwether.core.score.ViabilityIndex;
import io.bellwether.core.score.explain.IndexExplanation;
import io.bellwether.health.Health;
import io.bellwether.history.Observation;
import io.bellwether.history.ObservationWriter;
import io.bellwether.history.Partitions;
import io.bellwether.platform.Json;
import io.bellwether.vendor.ConfiguredProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Ninety days of made-up history, so that charts, baselines and trends have something to show. Marked by its node name. */
@Singleton
class GeneratedHistory {

    static final String NODE = "demo-history";
    private static final int DAYS = 90;
    private static final Voices MADE_UP =
            new Voices("Made up for the demo.", "Something that we made up for the demo.");
    private static final Duration STEP = Duration.ofMinutes(30);

    private final Jdbi jdbi;
    private final Json json;
    private final Partitions partitions;
    private final ObservationWriter writer;

    GeneratedHistory(Jdbi jdbi, Json json, Partitions partitions, ObservationWriter writer) {
        this.jdbi = jdbi;
        this.json = json;
        this.partitions = partitions;
        this.writer = writer;
    }

    /** Makes the days that history needs; before any vendor's history, outside its transaction. */
    void prepare(Instant until) {
        LocalDate last = LocalDate.ofInstant(until, ZoneOffset.UTC);
        partitions.ensure(last.minusDays(DAYS), last);
    }

    void generate(SimulatedVendor vendor, ConfiguredProbe probe, Instant until) {
        Random random = new Random(vendor.slug().hashCode());
        List<Instant> outages = IntStream.range(0, vendor.scenario() == Scenario.WELL ? 1 : 3)
                .mapToObj(i -> until.minus(Duration.ofHours(30 + random.nextInt(DAYS * 24 - 60))))
                .toList();
        observations(vendor, probe, outages, random, until);
        snapshots(vendor, probe.vendorId(), random, until);
    }

    private void observations(
            SimulatedVendor vendor, ConfiguredProbe probe, List<Instant> outages, Random random, Instant until) {
        List<Observation> observations = new ArrayList<>();
        for (Instant at = until.minus(Duration.ofDays(DAYS)); at.isBefore(until.minus(STEP)); at = at.plus(STEP)) {
            observations.add(observation(vendor, probe, outages, random, at));
        }
        writer.write(observations);
    }

    /** Slower at noon than at midnight, as a service that people use in the day. */
    private static Observation observation(
            SimulatedVendor vendor, ConfiguredProbe probe, List<Instant> outages, Random random, Instant at) {
        boolean failed = outages.stream().anyMatch(began -> !at.isBefore(began) && at.isBefore(began.plus(STEP)));
        double noon = Math.pow(Math.sin(at.atOffset(ZoneOffset.UTC).getHour() * Math.PI / 12), 2);
        double total = vendor.usualMillis() * (0.9 + 0.25 * random.nextDouble() + 0.15 * noon);
        Attempt attempt = new Attempt(
                at.plusMillis(4),
                failed ? Outcome.DOWN : Outcome.UP,
                failed ? Cause.UNEXPECTED_STATUS : Cause.OK,
                failed ? "Status 503 instead of 200-299." : "Status 200.",
                total,
                new Phases(total * 0.02, total * 0.03, total * 0.15, total * 0.75, total * 0.05),
                Map.of("status", failed ? 503 : 200, "generated", true),
                List.of());
        return new Observation(
                probe.id(),
                probe.vendorId(),
                probe.kind(),
                true,
                "",
                at,
                attempt.startedAt(),
                STEP,
                attempt.outcome(),
                attempt.cause(),
                attempt.reason(),
                attempt.duration(),
                attempt.phases(),
                attempt.detail(),
                List.of(attempt),
                NODE);
    }

    private void snapshots(SimulatedVendor vendor, UUID vendorId, Random random, Instant until) {
        jdbi.useHandle(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO health_snapshot (vendor_id, day, as_of, index, grade, trend, confidence, rule_set,
                        uptime, latency, security, financial, underlying, scope, health)
                    VALUES (:vendor, :day, :asOf, :index, :grade, 'STEADY', 0.9, :ruleSet,
                        :uptime, :latency, :security, :financial, :underlying, health_scope(:vendor, :asOf), :health::jsonb)""")) {
                for (int daysAgo = DAYS; daysAgo >= 1; daysAgo--) {
                    Instant asOf = until.minus(Duration.ofDays(daysAgo));
                    Health health = health(vendor, daysAgo, random, asOf);
                    Health.Dimensions scores = health.dimensions();
                    batch.bind("vendor", vendorId)
                            .bind("day", LocalDate.ofInstant(asOf, ZoneOffset.UTC))
                            .bind("asOf", asOf)
                            .bind("index", health.index())
                            .bind("underlying", health.underlying())
                            .bind("grade", health.grade())
                            .bind("ruleSet", health.ruleSet())
                            .bind("uptime", scores.uptime().score())
                            .bind("latency", scores.latency().score())
                            .bind("security", scores.security().score())
                            .bind("financial", scores.financial().score())
                            .bind("health", json.write(health))
                            .add();
                }
                batch.execute();
            }
        });
    }

    /** All are well but the one that goes bankrupt: its filings have taken more and more for ten weeks. */
    private static Health health(SimulatedVendor vendor, int daysAgo, Random random, Instant asOf) {
        int slide = vendor.scenario() == Scenario.BANKRUPTCY ? Math.max(0, (77 - daysAgo) / 3) : 0;
        int uptime = 96 + random.nextInt(4);
        int security = 93 + random.nextInt(3);
        Integer financial = vendor.cik() == null ? null : 97 - slide;
        IndexWeights weights = IndexWeights.of(vendor.tier());
        Map<Dimension, DimensionScore> scores = scores(uptime, security, financial, asOf);
        ViabilityIndex index = ViabilityIndex.of(scores, Set.of(), weights);
        Integer unfiled = financial == null ? null : financial + slide;
        return new Health(
                index.index(),
                index.grade(),
                Trend.STEADY,
                0.9,
                asOf,
                weights.ruleSet(RuleSet.CURRENT),
                null,
                new Health.Dimensions(
                        scores.getOrDefault(Dimension.UPTIME, DimensionScore.UNKNOWN),
                        scores.getOrDefault(Dimension.LATENCY, DimensionScore.UNKNOWN),
                        scores.getOrDefault(Dimension.SECURITY, DimensionScore.UNKNOWN),
                        scores.getOrDefault(Dimension.FINANCIAL, DimensionScore.UNKNOWN)),
                ViabilityIndex.mean(scores(uptime, security, unfiled, asOf), weights),
                DimensionScore.judged(scores),
                null,
                null,
                weights,
                IndexExplanation.of(scores, weights, index));
    }

    private static Map<Dimension, DimensionScore> scores(
            int uptime, int security, @Nullable Integer financial, Instant asOf) {
        return Map.of(
                Dimension.UPTIME, score(uptime, asOf),
                Dimension.LATENCY, score(98, asOf),
                Dimension.SECURITY, score(security, asOf),
                Dimension.FINANCIAL, score(financial, asOf));
    }

    private static DimensionScore score(@Nullable Integer score, Instant asOf) {
        return score == null
                ? DimensionScore.UNKNOWN
                : new DimensionScore(
                        score, 0.9, asOf, List.of(new Driver("generated", 100 - score, asOf, "/", MADE_UP)));
    }
}
