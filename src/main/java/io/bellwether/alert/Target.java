package io.bellwether.alert;

import io.bellwether.core.alert.rule.Detector;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a rule watches: a probe, or a vendor as a whole.
 *
 * @param vendor the slug
 * @param probeId null for the vendor as a whole; the name is empty then
 * @param every the probe's interval; a day for a vendor
 * @param since when it was taken into service
 */
record Target(UUID vendorId, String vendor, @Nullable UUID probeId, String probeName, Duration every, Instant since) {

    static Target vendor(UUID id, String slug, Instant since) {
        return new Target(id, slug, null, "", Detector.DAY, since);
    }

    Subject subject(String rule) {
        return new Subject(rule, vendorId, probeId == null ? "" : probeId.toString());
    }

    /** @throws NullPointerException when it is a vendor as a whole */
    UUID probe() {
        return Objects.requireNonNull(probeId, "a vendor as a whole");
    }
}
