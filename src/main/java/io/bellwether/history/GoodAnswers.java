package io.bellwether.history;

/**
 * The good observations of a period.
 *
 * @param degraded how many of them were DEGRADED
 */
public record GoodAnswers(LatencySummary latency, long degraded) {}
