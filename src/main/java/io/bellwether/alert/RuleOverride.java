package io.bellwether.alert;

import java.time.Instant;
import java.util.Map;

/**
 * The numbers of a rule that differ for one vendor.
 *
 * @param vendor the slug
 * @param settings only what differs, by the name of the setting
 * @param setBy who set them last
 */
public record RuleOverride(String vendor, Map<String, Object> settings, String setBy, Instant setAt) {

    static RuleOverride of(StoredOverride stored) {
        return new RuleOverride(stored.vendor(), stored.settings(), stored.setBy(), stored.setAt());
    }
}
