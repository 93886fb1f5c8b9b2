package io.bellwether.core.alert.rule;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one stretch of time: a step of a probe's observations, or a day of a vendor's scores.
 *
 * @param from inclusive
 * @param to exclusive
 * @param good observations that were UP or DEGRADED
 * @param values those figures that are known
 */
public record Reading(Instant from, Instant to, long good, long down, long unknown, Map<Metric, Double> values) {

    public Reading {
        values = Map.copyOf(values);
    }

    @Nullable Double value(Metric metric) {
        return values.get(metric);
    }

    /** Whether anything but UNKNOWN was observed. */
    boolean told() {
        return good + down > 0;
    }
}
