package io.bellwether;

import io.bellwether.core.Confirmation;
import io.bellwether.platform.Ids;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.NewVendor;
import java.time.Duration;
import java.util.Map;

/** Vendors and probes for tests that need some, never mind which. */
public final class Samples {

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
}
