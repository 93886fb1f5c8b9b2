package io.bellwether.dashboard.portfolio;

import io.bellwether.core.Outcome;
import java.time.Duration;
import java.time.Instant;

/**
 * What a probe said last.
 *
 * @param kind the probe's kind
 * @param deciding whether it says that the vendor's service can be used or not
 * @param since when it began to say so
 * @param at the due time of its latest observation
 * @param every the probe's interval
 */
public record ProbeState(String kind, boolean deciding, Outcome outcome, Instant since, Instant at, Duration every) {

    private static final int MISSED_RUNS = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Whether it says nothing about now: three runs and two minutes have gone by without another observation. */
    boolean stale(Instant now) {
        return at.plus(every.multipliedBy(MISSED_RUNS)).plus(PATIENCE).isBefore(now);
    }
}
