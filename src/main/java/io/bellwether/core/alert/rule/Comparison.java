package io.bellwether.core.alert.rule;

/** On which side of a threshold trouble lies. */
public enum Comparison {
    ABOVE,
    BELOW;

    /** Whether a value is beyond a threshold, and not just on it. */
    boolean beyond(double value, double threshold) {
        return this == ABOVE ? value > threshold : value < threshold;
    }

    String word() {
        return this == ABOVE ? "above" : "below";
    }
}
