package io.bellwether.history;

/**
 * How long good observations took, in milliseconds.
 *
 * @param count how many there were, at least 1
 */
public record LatencySummary(long count, double p50, double p95, double p99) {}
