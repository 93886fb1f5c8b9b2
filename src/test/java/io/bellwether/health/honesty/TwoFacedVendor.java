package io.bellwether.health.honesty;

import io.bellwether.Samples;
import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.fact.Facts;
import io.bellwether.history.Observation;
import io.bellwether.history.ObservationWriter;
import io.bellwether.history.Partitions;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** A vendor whose service and status page were read for two hours, three hours ago; told in minutes since then. */
@Singleton
class TwoFacedVendor {

    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final ObservationWriter observations;
    private final Partitions partitions;
    private final Facts facts;
    private final Jdbi jdbi;
    private final Clock clock;
    private Vendor vendor;
    private ConfiguredProbe service;
    private ConfiguredProbe page;
    private Instant begin;

    TwoFacedVendor(
            VendorRegister vendors,
            ProbeRegister probes,
            ObservationWriter observations,
            Partitions partitions,
            Facts facts,
            Jdbi jdbi,
            Clock clock) {
        this.vendors = vendors;
        this.probes = probes;
        this.observations = observations;
        this.partitions = partitions;
        this.facts = facts;
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void register() {
        begin = clock.instant().minus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES);
        LocalDate today = LocalDate.ofInstant(begin, ZoneOffset.UTC);
        partitions.ensure(today.minusDays(1), today.plusDays(1));
        vendor = vendors.create(Samples.vendor());
        service = add("http", Duration.ofMinutes(1));
        page = add("statuspage", Duration.ofMinutes(2));
    }

    UUID id() {
        return vendor.id();
    }

    String slug() {
        return vendor.slug();
    }

    Instant at(int minute) {
        return begin.plus(Duration.ofMinutes(minute));
    }

    void service(int from, int to, Outcome outcome) {
        observe(service, from, to, outcome, Map.of());
    }

    void page(int from, int to, Outcome outcome, Map<String, Object> detail) {
        observe(page, from, to, outcome, detail);
    }

    /** An incident in the vendor's own times, and when it was seen first. */
    void posts(int startedAt, int resolvedAt, int seenAt) {
        Map<String, Object> detail = Map.of(
                "name",
                "Errors",
                "level",
                "degraded",
                "startedAt",
                at(startedAt).toString(),
                "resolvedAt",
                at(resolvedAt).toString());
        Finding incident = Finding.event(
                Dimension.UPTIME, "status-incident", "statuspage:1", at(startedAt), "https://status/1", detail);
        facts.record(vendor.id(), page.id(), List.of(incident), at(seenAt).plusSeconds(3));
    }

    /** As retention does. */
    void forgetReadings() {
        jdbi.useHandle(handle -> handle.execute(
                "DELETE FROM observation USING series WHERE number = series AND probe_id = ?", page.id()));
    }

    private ConfiguredProbe add(String kind, Duration every) {
        return probes.add(
                vendor.id(), new NewProbe(kind, kind, every, Duration.ofSeconds(10), Confirmation.DEFAULT, Map.of()));
    }

    private void observe(ConfiguredProbe probe, int from, int to, Outcome outcome, Map<String, Object> detail) {
        List<Observation> all = Stream.iterate(at(from), at(to)::isAfter, time -> time.plus(probe.every()))
                .map(time ->
                        new Attempt(time, outcome, Cause.OK, "connection refused", 100, Phases.NONE, detail, List.of()))
                .map(attempt -> Samples.observation(probe, attempt.startedAt(), List.of(attempt)))
                .toList();
        QuarkusTransaction.requiringNew().run(() -> observations.write(all));
    }
}
