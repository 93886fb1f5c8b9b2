package io.bellwether.health;

import io.bellwether.Samples;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.IndexWeights;
import io.bellwether.core.score.RuleSet;
import io.bellwether.core.score.Trend;
import io.bellwether.fact.Facts;
import io.bellwether.history.Observation;
import io.bellwether.history.ObservationWriter;
import io.bellwether.history.Partitions;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Vendors with a history of 30 days up to a fixed now. */
@Singleton
class WatchedVendors {

    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final Duration EVERY = Duration.ofMinutes(30);

    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final ObservationWriter observations;
    private final Partitions partitions;
    private final Facts facts;
    private final Snapshots snapshots;

    WatchedVendors(
            VendorRegister vendors,
            ProbeRegister probes,
            ObservationWriter observations,
            Partitions partitions,
            Facts facts,
            Snapshots snapshots) {
        this.vendors = vendors;
        this.probes = probes;
        this.observations = observations;
        this.partitions = partitions;
        this.facts = facts;
        this.snapshots = snapshots;
    }

    Vendor register(String name) {
        LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        partitions.ensure(today.minusDays(31), today.plusDays(1));
        return vendors.create(NewVendor.named(name + " " + UUID.randomUUID()));
    }

    /** All four dimensions watched; the status page says that all is well, whatever is. */
    ConfiguredProbe watch(Vendor vendor, Function<Instant, Outcome> outcome) {
        ConfiguredProbe http = observe(vendor, "http", outcome, at -> 200);
        observe(vendor, "statuspage", at -> Outcome.UP, at -> 200);
        observe(vendor, "filings", at -> Outcome.UP, at -> 200);
        learn(vendor, hostName("PASS"));
        return http;
    }

    ConfiguredProbe observe(
            Vendor vendor, String kind, Function<Instant, Outcome> outcome, ToDoubleFunction<Instant> duration) {
        return observe(vendor, kind, Map.of(), outcome, duration);
    }

    ConfiguredProbe observe(
            Vendor vendor,
            String kind,
            Map<String, Object> settings,
            Function<Instant, Outcome> outcome,
            ToDoubleFunction<Instant> duration) {
        ConfiguredProbe probe = probes.add(
                vendor.id(), new NewProbe(kind, kind, EVERY, Duration.ofSeconds(10), Confirmation.DEFAULT, settings));
        List<Observation> all = new ArrayList<>();
        Stream.iterate(NOW.minus(Duration.ofDays(30)), at -> at.isBefore(NOW), at -> at.plus(EVERY))
                .forEach(at -> all.add(observation(probe, at, outcome.apply(at), duration.applyAsDouble(at))));
        QuarkusTransaction.requiringNew().run(() -> observations.write(all));
        return probe;
    }

    void learn(Vendor vendor, Finding finding) {
        facts.record(vendor.id(), null, List.of(finding), NOW);
    }

    static Finding hostName(String value) {
        return Finding.state(Dimension.SECURITY, "tls-host-name", "tls-host-name", value, NOW, "https://a", Map.of());
    }

    /** A day on which all four dimensions had the same score. */
    void snapshot(Vendor vendor, int daysAgo, int index) {
        Instant asOf = NOW.minus(Duration.ofDays(daysAgo));
        DimensionScore score = new DimensionScore(index, 1, asOf, List.of());
        IndexWeights weights = IndexWeights.of(vendor.tier());
        Health.Dimensions dimensions = new Health.Dimensions(score, score, score, score);
        snapshots.store(
                vendor.id(),
                new Health(
                        index,
                        "B",
                        Trend.STEADY,
                        1,
                        asOf,
                        weights.ruleSet(RuleSet.CURRENT),
                        null,
                        dimensions,
                        index,
                        dimensions.judged(),
                        null,
                        null,
                        weights,
                        List.of()));
    }

    private static Observation observation(ConfiguredProbe probe, Instant at, Outcome outcome, double duration) {
        Cause cause = outcome == Outcome.UP ? Cause.OK : Cause.CONNECT_TIMEOUT;
        return Samples.observation(probe, at, outcome, cause, duration);
    }
}
