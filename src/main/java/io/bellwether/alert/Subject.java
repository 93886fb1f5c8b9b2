package io.bellwether.alert;

import io.bellwether.core.alert.Fingerprint;
import io.bellwether.vendor.Vendor;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an alert is about; at most one episode of a subject is open at a time.
 *
 * @param vendorId {@link Bellwether#ID} when it is about Bellwether itself
 * @param key what of the vendor: a probe, a check, an event or a kind of filing; empty for the vendor as a whole
 */
record Subject(String rule, UUID vendorId, String key) implements Comparable<Subject> {

    private static final Comparator<Subject> ORDER =
            Comparator.comparing(Subject::rule).thenComparing(Subject::vendorId).thenComparing(Subject::key);

    static Subject of(BuiltInRule rule, UUID vendorId, String key) {
        return new Subject(rule.ruleName(), vendorId, key);
    }

    /** The vendor as the database has it: null for Bellwether itself. */
    @Nullable UUID registered() {
        return vendorId.equals(Bellwether.ID) ? null : vendorId;
    }

    /** Equal for all episodes of this subject, whatever their severity. */
    String fingerprint(Vendor vendor) {
        return Fingerprint.of(Map.of("alertname", rule, "vendor", vendor.slug(), "subject", key));
    }

    /** The order in which every node touches subjects, so that two of them cannot wait for each other. */
    @Override
    public int compareTo(Subject other) {
        return ORDER.compare(this, other);
    }
}
