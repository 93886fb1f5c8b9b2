package io.bellwether.core.alert.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Histories for tests: one reading for each step from a begin on. */
final class Readings {

    static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    static final Duration MINUTE = Duration.ofMinutes(1);

    private Readings() {}

    /** One value a step; null where nothing is known. */
    static History values(Metric metric, Duration step, @Nullable Double... values) {
        List<Reading> readings = new ArrayList<>();
        for (int index = 0; index < values.length; index++) {
            Double value = values[index];
            if (value != null) {
                Instant from = at(step, index);
                readings.add(new Reading(from, from.plus(step), 1, 0, 0, Map.of(metric, value)));
            }
        }
        return History.of(BEGIN, step, readings);
    }

    /** How many observations were down in each step of a probe that looks once a minute and is up otherwise. */
    static History down(Duration step, int... down) {
        List<Reading> readings = new ArrayList<>();
        for (int index = 0; index < down.length; index++) {
            Instant from = at(step, index);
            readings.add(new Reading(from, from.plus(step), step.toMinutes() - down[index], down[index], 0, Map.of()));
        }
        return History.of(BEGIN.minus(Duration.ofDays(30)), MINUTE, readings);
    }

    static Instant at(Duration step, int index) {
        return BEGIN.plus(step.multipliedBy(index));
    }
}
