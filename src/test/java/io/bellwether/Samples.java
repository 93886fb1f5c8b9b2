package io.bellwether;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.history.Observation;
import io.bellwether.platform.Ids;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.NewVendor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Vendors, probes and observations for tests that need some, never mind which. */
public final class Samples {

    private static final Set<String> EVIDENCE = Set.of("tls", "headers", "statuspage", "filings", "domain");

    private Samples() {}

    /** A vendor whose slug nobody else has. */
    public static NewVendor vendor() {
        return NewVendor.named("Sample " + Ids.next());
    }

    /** An HTTP probe, every minute. */
    public static NewProbe probe() {
        return probe("http", Map.of("url", "https://example.com/"));
    }

    public static NewProbe probe(String kind, Map<String, Object> settings) {
        return new NewProbe(
                kind, "Sample " + kind, Duration.ofMinutes(1), Duration.ofSeconds(10), Confirmation.DEFAULT, settings);
    }

    /** Made on time by one attempt, so many milliseconds long. */
    public static Observation observation(
            ConfiguredProbe probe, Instant at, Outcome outcome, Cause cause, double duration) {
        String reason = outcome + " for a reason";
        Attempt attempt = new Attempt(at, outcome, cause, reason, duration, Phases.NONE, Map.of(), List.of());
        return observation(probe, at, List.of(attempt));
    }

    /** The last attempt decides. */
    public static Observation observation(ConfiguredProbe probe, Instant at, List<Attempt> attempts) {
        Attempt deciding = attempts.getLast();
        return new Observation(
                probe.id(),
                probe.vendorId(),
                probe.kind(),
                !EVIDENCE.contains(probe.kind()),
                "",
                at,
                attempts.getFirst().startedAt(),
                probe.every(),
                deciding.outcome(),
                deciding.cause(),
                deciding.reason(),
                deciding.duration(),
                deciding.phases(),
                deciding.detail(),
                attempts,
                "test");
    }
}
