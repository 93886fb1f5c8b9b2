package io.bellwether.core.score;

import java.time.Duration;

/** What the number of a {@link DatedFact} counts. */
public enum FactMeasure {
    NONE("", 0, 0, Duration.ZERO),
    /** It runs down with time, for half a year; then it is asked for again. */
    MONTHS_LEFT("months left", 0, 600, Duration.ofDays(183)),
    /** It runs down with time. */
    DAYS_LEFT("days left", -3_650, 3_650, Duration.ofDays(60)),
    /** Rounds within a year add up. */
    PERCENT_OF_STAFF("% of staff", 0, 100, Duration.ZERO),
    PERCENT("%", -100, 10_000, Duration.ZERO),
    MILLIONS_OF_DOLLARS("million US dollars", 0, 1_000_000, Duration.ZERO),
    PEOPLE("people", 0, 10_000_000, Duration.ZERO),
    /** What usually lies between two of them: a silence is one from three times that on. */
    USUAL_GAP_IN_DAYS("days between two", 0, 3_650, Duration.ZERO);

    private static final double DAYS_OF_A_MONTH = 365.25 / 12;

    private final String unit;
    private final double least;
    private final double most;
    private final Duration runsDownFor;

    FactMeasure(String unit, double least, double most, Duration runsDownFor) {
        this.unit = unit;
        this.least = least;
        this.most = most;
        this.runsDownFor = runsDownFor;
    }

    public String unit() {
        return unit;
    }

    public boolean allows(double amount) {
        return amount >= least && amount <= most;
    }

    public double least() {
        return least;
    }

    public double most() {
        return most;
    }

    /** How long what was told says something of today. */
    Duration runsDownFor() {
        return runsDownFor;
    }

    /** What is left of it, where it runs down; it stays where it was when it was due to be asked for again. */
    double left(double amount, Duration since) {
        if (runsDownFor.isZero()) {
            return amount;
        }
        Duration counted = since.compareTo(runsDownFor) < 0 ? since : runsDownFor;
        double days = counted.toSeconds() / 86_400.0;
        return amount - (this == MONTHS_LEFT ? days / DAYS_OF_A_MONTH : days);
    }
}
