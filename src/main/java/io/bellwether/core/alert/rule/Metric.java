package io.bellwether.core.alert.rule;

import io.bellwether.core.Dimension;

/** A figure that a rule can watch. */
public enum Metric {
    /** Percentiles of the duration of good answers, milliseconds. */
    LATENCY_P50(Dimension.LATENCY, Kind.MILLISECONDS),
    LATENCY_P95(Dimension.LATENCY, Kind.MILLISECONDS),
    LATENCY_P99(Dimension.LATENCY, Kind.MILLISECONDS),
    /** Share of good among good and DOWN observations, 0 to 1. */
    AVAILABILITY(Dimension.UPTIME, Kind.SHARE),
    /** The viability index, 0 to 100. */
    INDEX(Dimension.FINANCIAL, Kind.POINTS),
    UPTIME_SCORE(Dimension.UPTIME, Kind.POINTS),
    LATENCY_SCORE(Dimension.LATENCY, Kind.POINTS),
    SECURITY_SCORE(Dimension.SECURITY, Kind.POINTS),
    FINANCIAL_SCORE(Dimension.FINANCIAL, Kind.POINTS);

    /** In what it is measured, and so how often it is judged: points once a day. */
    public enum Kind {
        MILLISECONDS(1, 600_000),
        SHARE(0, 1),
        POINTS(0, 100);

        private final double least;
        private final double most;

        Kind(double least, double most) {
            this.least = least;
            this.most = most;
        }

        /** The least and the most that makes sense as a threshold. */
        public Bound bound() {
            return new Bound(least, most);
        }
    }

    private final Dimension dimension;
    private final Kind kind;

    Metric(Dimension dimension, Kind kind) {
        this.dimension = dimension;
        this.kind = kind;
    }

    public Dimension dimension() {
        return dimension;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether it is a figure of the vendor as a whole, and not of each of its probes. */
    public boolean ofVendor() {
        return kind == Kind.POINTS;
    }
}
