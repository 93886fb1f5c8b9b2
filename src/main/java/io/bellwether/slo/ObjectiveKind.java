package io.bellwether.slo;

/** What an objective is about. */
public enum ObjectiveKind {
    /** The service can be used. */
    AVAILABILITY,
    /** The service answers within a threshold. */
    LATENCY
}
