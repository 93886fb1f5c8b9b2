package io.bellwether.app.demo;

import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.RuleSet;
import io.bellwether.core.score.Trend;
import io.bellwether.health.Health;
import io.bellwether.history.Partitions;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
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
    private static final Duration STEP = Duration.ofMinutes(30);

    private final Jdbi jdbi;
    private final Json json;
    private final Partitions partitions;

    GeneratedHistory(Jdbi jdbi, Json json, Partitions partitions) {
        this.jdbi = jdbi;
        this.json = json;
        this.partitions = partitions;
    }

    /** Makes the days that history needs; before any vendor's history, outside its transaction. */
    void prepare(Instant until) {
        LocalDate last = LocalDate.ofInstant(until, ZoneOffset.UTC);
        partitions.ensure(last.minusDays(DAYS), last);
    }

    void generate(SimulatedVendor vendor, UUID vendorId, UUID probeId, Instant until) {
        Random random = new Random(vendor.slug().hashCode());
        List<Instant> outages = IntStream.range(0, vendor.scenario() == Scenario.WELL ? 1 : 3)
                .mapToObj(i -> until.minus(Duration.ofHours(30 + random.nextInt(DAYS * 24 - 60))))
                .toList();
        observations(vendor, vendorId, probeId, outages, until);
        snapshots(vendor, vendorId, random, until);
    }

    private void observations(
            SimulatedVendor vendor, UUID vendorId, UUID probeId, List<Instant> outages, Instant until) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO observation (id, probe_id, vendor_id, kind, due_at, started_at, every_ms, outcome, cause,
                            reason, duration_ms, dns_ms, connect_ms, tls_ms, first_byte_ms, transfer_ms, detail, node)
                        SELECT gen_random_uuid(), :probe, :vendor, 'http', at, at + interval '4 milliseconds', :step,
                               CASE WHEN failed THEN 'DOWN' ELSE 'UP' END,
                               CASE WHEN failed THEN 'UNEXPECTED_STATUS' ELSE 'OK' END,
                               CASE WHEN failed THEN 'status 503, expected 200-299' ELSE 'status 200' END,
                               total, total * 0.02, total * 0.03, total * 0.15, total * 0.75, total * 0.05,
                               jsonb_build_object('status', CASE WHEN failed THEN 503 ELSE 200 END, 'generated', true), :node
                          FROM (SELECT at, :usual * (0.9 + 0.25 * random()
                                         + 0.15 * sin(extract(hour FROM at) * pi() / 12) ^ 2) AS total,
                                       EXISTS (SELECT FROM unnest(:outages::timestamptz[]) AS outage (began)
                                                WHERE at >= began AND at < began + :step * interval '1 millisecond') AS failed
                                  FROM generate_series(:from::timestamptz, :to::timestamptz, :step * interval '1 millisecond') AS at)
                               AS moment""")
                .bind("probe", probeId)
                .bind("vendor", vendorId)
                .bind("step", STEP.toMillis())
                .bind("usual", vendor.usualMillis())
                .bind("node", NODE)
                .bindArray(
                        "outages",
                        String.class,
                        outages.stream().map(Instant::toString).toArray())
                .bind("from", until.minus(Duration.ofDays(DAYS)))
                .bind("to", until.minus(STEP))
                .execute());
    }

    private void snapshots(SimulatedVendor vendor, UUID vendorId, Random random, Instant until) {
        jdbi.useHandle(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO health_snapshot (vendor_id, day, as_of, index, grade, trend, confidence, rule_set,
                        uptime, latency, security, financial, health)
                    VALUES (:vendor, :day, :asOf, :index, :grade, 'STEADY', 0.9, :ruleSet,
                        :uptime, :latency, :security, :financial, :health::jsonb)""")) {
                for (int daysAgo = DAYS; daysAgo >= 1; daysAgo--) {
                    Instant asOf = until.minus(Duration.ofDays(daysAgo));
                    Health health = health(vendor, daysAgo, random, asOf);
                    Health.Dimensions scores = health.dimensions();
                    batch.bind("vendor", vendorId)
                            .bind("day", LocalDate.ofInstant(asOf, ZoneOffset.UTC))
                            .bind("asOf", asOf)
                            .bind("index", health.index())
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

    /** All are well but the one that goes bankrupt: its finances have been sliding for ten weeks. */
    private static Health health(SimulatedVendor vendor, int daysAgo, Random random, Instant asOf) {
        int slide = vendor.scenario() == Scenario.BANKRUPTCY ? Math.max(0, (77 - daysAgo) / 3) : 0;
        int uptime = 96 + random.nextInt(4);
        int security = 93 + random.nextInt(3);
        Integer financial = vendor.cik() == null ? null : 97 - slide;
        int index = Math.round((uptime + security + (financial == null ? uptime : financial)) / 3f);
        return new Health(
                index,
                index >= 90 ? "A" : "B",
                Trend.STEADY,
                0.9,
                asOf,
                RuleSet.CURRENT,
                null,
                new Health.Dimensions(
                        score(uptime, asOf), score(98, asOf), score(security, asOf), score(financial, asOf)));
    }

    private static DimensionScore score(@Nullable Integer score, Instant asOf) {
        return score == null ? DimensionScore.UNKNOWN : new DimensionScore(score, 0.9, asOf, List.of());
    }
}
