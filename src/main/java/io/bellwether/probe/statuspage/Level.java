package io.bellwether.probe.statuspage;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a vendor says it is doing, on one scale for all status pages; the worse the later. */
enum Level {
    OPERATIONAL,
    MAINTENANCE,
    /** A word we do not know: neither green nor red. */
    UNKNOWN,
    DEGRADED,
    PARTIAL_OUTAGE,
    MAJOR_OUTAGE;

    static Level ofComponent(@Nullable String word) {
        return switch (word) {
            case "operational" -> OPERATIONAL;
            case "under_maintenance" -> MAINTENANCE;
            case "degraded_performance" -> DEGRADED;
            case "partial_outage" -> PARTIAL_OUTAGE;
            case "major_outage" -> MAJOR_OUTAGE;
            case null, default -> UNKNOWN;
        };
    }

    static Level ofIndicator(@Nullable String word) {
        return switch (word) {
            case "none" -> OPERATIONAL;
            case "maintenance" -> MAINTENANCE;
            case "minor" -> DEGRADED;
            case "major" -> PARTIAL_OUTAGE;
            case "critical" -> MAJOR_OUTAGE;
            case null, default -> UNKNOWN;
        };
    }

    /** As it is kept: {@code partial_outage}. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Level orWorse(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
