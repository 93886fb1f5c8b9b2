package io.bellwether.alert;

import io.bellwether.alert.rule.CustomSettings;
import io.bellwether.alert.rule.Selection;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.rule.Detector;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule that people made, as it judges now.
 *
 * @param overrides the settings of those vendors that have numbers of their own
 * @param judgedTo the end of the last step it judged; null before the first
 */
record CustomRule(
        UUID id,
        String name,
        Severity severity,
        CustomSettings settings,
        Selection selection,
        Map<UUID, CustomSettings> overrides,
        @Nullable Instant judgedTo) {

    /** The name of the texts that tell of such rules. */
    static final String STORY = "custom-rule";

    CustomRule {
        overrides = Map.copyOf(overrides);
    }

    /** One that there is not yet. */
    static CustomRule draft(Severity severity, CustomSettings settings, Selection selection) {
        return new CustomRule(new UUID(0, 0), "", severity, settings, selection, Map.of(), null);
    }

    /** How often it is asked: as often as the vendor whose own numbers ask for the shortest steps needs. */
    Duration step() {
        return Stream.concat(Stream.of(settings), overrides.values().stream())
                .map(numbers -> numbers.detector().step())
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    Detector detector(UUID vendorId) {
        return overrides.getOrDefault(vendorId, settings).detector();
    }
}
