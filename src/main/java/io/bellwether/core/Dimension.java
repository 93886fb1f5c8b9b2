package io.bellwether.core;

/** What is measured about a vendor; each dimension has a score of its own. */
public enum Dimension {
    UPTIME,
    LATENCY,
    SECURITY,
    FINANCIAL
}
