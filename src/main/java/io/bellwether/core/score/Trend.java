package io.bellwether.core.score;

/** Where the viability index is going. */
public enum Trend {
    IMPROVING,
    STEADY,
    SLIPPING
}
