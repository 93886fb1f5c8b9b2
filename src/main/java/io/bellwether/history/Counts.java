package io.bellwether.history;

import io.bellwether.core.Outcome;

/** How many observations had each outcome. */
record Counts(long up, long degraded, long down, long unknown) {

    static final Counts NONE = new Counts(0, 0, 0, 0);

    Counts plus(Outcome outcome) {
        return switch (outcome) {
            case UP -> new Counts(up + 1, degraded, down, unknown);
            case DEGRADED -> new Counts(up, degraded + 1, down, unknown);
            case DOWN -> new Counts(up, degraded, down + 1, unknown);
            case UNKNOWN -> new Counts(up, degraded, down, unknown + 1);
        };
    }

    Counts plus(Counts other) {
        return new Counts(up + other.up, degraded + other.degraded, down + other.down, unknown + other.unknown);
    }

    long good() {
        return up + degraded;
    }
}
