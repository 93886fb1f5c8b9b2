package io.bellwether.history;

import io.bellwether.core.Outcome;

/**
 * An observation of a vendor that could be used.
 *
 * @param outcome UP or DEGRADED
 * @param duration milliseconds
 */
public record GoodAnswer(Outcome outcome, double duration) {}
