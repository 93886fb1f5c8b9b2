package io.bellwether.health;

import io.bellwether.vendor.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Where the evidence can be looked up: paths of this server's API. */
final class Sources {

    private Sources() {}

    static String availability(Vendor vendor, Instant from, Instant to) {
        return "/api/v1/vendors/" + vendor.slug() + "/availability" + range(from, to);
    }

    static String observations(UUID probeId, Instant from, Instant to) {
        return "/api/v1/probes/" + probeId + "/observations" + range(from, to);
    }

    static String series(UUID probeId, Instant from, Instant to) {
        return "/api/v1/probes/" + probeId + "/series" + range(from, to) + "&step=" + Duration.ofHours(1);
    }

    static String simulations(Vendor vendor) {
        return "/api/v1/vendors/" + vendor.slug() + "/health/simulations";
    }

    private static String range(Instant from, Instant to) {
        return "?from=" + from.truncatedTo(ChronoUnit.SECONDS) + "&to=" + to.truncatedTo(ChronoUnit.SECONDS);
    }
}
