package io.bellwether.history;

/**
 * The good observations of a period.
 *
 * @param latency of those whose time says something
 * @param count how many there were, at least as many as have a latency
 * @param degraded how many of them were DEGRADED
 */
public record GoodAnswers(LatencySummary latency, long count, long degraded) {}
