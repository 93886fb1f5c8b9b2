package io.bellwether.alert;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The numbers of a rule that differ for one vendor.
 *
 * @param vendor the slug
 * @param setBy who set them last
 */
record StoredOverride(UUID vendorId, String vendor, Map<String, Object> settings, String setBy, Instant setAt) {

    /** The rule's settings with these numbers in their places. */
    Map<String, Object> over(Map<String, Object> rule) {
        Map<String, Object> merged = new HashMap<>(rule);
        merged.putAll(settings);
        return merged;
    }
}
