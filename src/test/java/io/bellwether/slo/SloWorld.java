package io.bellwether.slo;

import io.bellwether.Samples;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Vendors with a past, and what they announce. */
@Singleton
class SloWorld {

    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final ObservationWriter observations;
    private final Partitions partitions;
    private final Facts facts;

    SloWorld(
            VendorRegister vendors,
            ProbeRegister probes,
            ObservationWriter observations,
            Partitions partitions,
            Facts facts) {
        this.vendors = vendors;
        this.probes = probes;
        this.observations = observations;
        this.partitions = partitions;
        this.facts = facts;
    }

    Vendor vendor() {
        return vendors.create(Samples.vendor());
    }

    ConfiguredProbe probe(Vendor vendor, Duration every) {
        return probes.add(
                vendor.id(),
                new NewProbe(
                        "http",
                        "front page",
                        every,
                        Duration.ofSeconds(5),
                        Confirmation.DEFAULT,
                        Map.of("url", "https://example.com/")));
    }

    /** Due every interval from the first on; where the outcome is null nobody looked. */
    void observe(
            ConfiguredProbe probe,
            Instant from,
            Instant to,
            Function<Instant, Outcome> outcome,
            ToDoubleFunction<Instant> duration) {
        partitions.ensure(LocalDate.ofInstant(from, ZoneOffset.UTC), LocalDate.ofInstant(to, ZoneOffset.UTC));
        List<Observation> past = new ArrayList<>();
        for (Instant at = from; at.isBefore(to); at = at.plus(probe.every())) {
            Outcome seen = outcome.apply(at);
            if (seen != null) {
                Cause cause = seen == Outcome.DOWN ? Cause.CONNECTION_REFUSED : Cause.OK;
                past.add(Samples.observation(probe, at, seen, cause, duration.applyAsDouble(at)));
            }
        }
        QuarkusTransaction.requiringNew().run(() -> observations.write(past));
    }

    void observe(ConfiguredProbe probe, Instant from, Instant to, Function<Instant, Outcome> outcome) {
        observe(probe, from, to, outcome, _ -> 200);
    }

    /** As the status page's probe tells it. */
    void announce(Vendor vendor, String id, Instant from, Instant to, String status, Instant knownAt) {
        announce(vendor, id, from, to, Map.of("status", status), knownAt);
    }

    void announce(Vendor vendor, String id, Instant from, Instant to, Map<String, ?> more, Instant knownAt) {
        Map<String, Object> detail = new HashMap<>(Map.of("id", id, "title", "New database"));
        detail.putAll(more);
        detail.put("start", from.toString());
        detail.put("end", to.toString());
        Finding finding = Finding.event(
                Dimension.UPTIME,
                "status-maintenance",
                "statuspage:" + id + "@" + from + "/" + to,
                from,
                "https://status.example/" + id,
                detail);
        facts.record(vendor.id(), null, List.of(finding), knownAt);
    }
}
