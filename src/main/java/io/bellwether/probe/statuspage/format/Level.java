package io.bellwether.probe.statuspage.format;

import java.util.Locale;

/** How a vendor says it is doing, on one scale for all formats; the worse the later. */
public enum Level {
    OPERATIONAL,
    MAINTENANCE,
    /** A word we do not know: neither green nor red. */
    UNKNOWN,
    DEGRADED,
    PARTIAL_OUTAGE,
    MAJOR_OUTAGE;

    /** As it is kept: {@code partial_outage}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Level orWorse(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
