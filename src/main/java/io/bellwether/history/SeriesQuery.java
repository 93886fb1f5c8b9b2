package io.bellwether.history;

import static java.util.stream.Collectors.toMap;

import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Observations counted and summarised in steps of time. */
@Singleton
public class SeriesQuery {

    private static final int MAX_POINTS = 5_000;

    private final Jdbi jdbi;

    SeriesQuery(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Of one probe.
     *
     * @param location what this location saw; empty for the verdicts
     * @param from rounded down to a whole step
     * @param to rounded up to a whole step
     * @param step at least one second; steps are aligned to multiples of it since 1970
     * @return the steps with at least one observation, oldest first
     * @throws Problem 400 when the range holds more than 5,000 steps
     */
    public List<SeriesPoint> series(UUID probeId, String location, Instant from, Instant to, Duration step) {
        if (step.compareTo(Duration.ofSeconds(1)) < 0) {
            throw Problem.invalid("step", "Must be at least PT1S.");
        }
        if (Duration.between(from, to).dividedBy(step) > MAX_POINTS) {
            throw Problem.invalid("step", "The range holds more than " + MAX_POINTS + " steps; take a longer step.");
        }
        return jdbi.withHandle(handle -> points(handle, Series.at(handle, probeId, location), from, to, step));
    }

    /** Of one probe's verdicts; else as {@link #series(UUID, String, Instant, Instant, Duration)}. */
    public List<SeriesPoint> series(UUID probeId, Instant from, Instant to, Duration step) {
        return series(probeId, "", from, to, step);
    }

    /**
     * Of the verdicts of several probes, in one read; the caller sees to it that the range is not too long.
     *
     * @param from as the others in {@link #series}
     * @return a probe without observations is missing
     */
    public Map<UUID, List<SeriesPoint>> ofProbes(Collection<UUID> probes, Instant from, Instant to, Duration step) {
        return jdbi.withHandle(handle -> {
            List<Series> series = Series.of(handle, probes);
            Map<Integer, List<Rollup>> parts = Parts.of(
                    handle,
                    Series.numbers(series),
                    levels(step),
                    floor(from, step),
                    floor(to.plus(step).minusNanos(1), step),
                    time -> floor(time, step));
            return series.stream()
                    .filter(one -> parts.containsKey(one.number()))
                    .collect(toMap(Series::probeId, one -> summed(List.of(parts.get(one.number())), step)));
        });
    }

    private static List<SeriesPoint> points(
            Handle handle, List<Series> series, Instant from, Instant to, Duration step) {
        Instant begin = floor(from, step);
        Instant end = floor(to.plus(step).minusNanos(1), step);
        Collection<List<Rollup>> parts = Parts.of(
                        handle, Series.numbers(series), levels(step), begin, end, time -> floor(time, step))
                .values();
        return summed(parts, step);
    }

    private static List<SeriesPoint> summed(Collection<List<Rollup>> parts, Duration step) {
        TreeMap<Instant, SeriesPoint.Sum> steps = new TreeMap<>();
        parts.stream()
                .flatMap(List::stream)
                .forEach(part -> steps.merge(floor(part.at(), step), SeriesPoint.Sum.of(part), SeriesPoint.Sum::plus));
        return steps.entrySet().stream()
                .map(entry -> entry.getValue().point(entry.getKey()))
                .toList();
    }

    /** The levels whose slots divide a step. */
    private static List<Level> levels(Duration step) {
        return Stream.of(Level.DAY, Level.HOUR, Level.FIVE_MINUTES)
                .filter(level -> step.toMillis() % level.length().toMillis() == 0)
                .limit(2)
                .toList();
    }

    private static Instant floor(Instant time, Duration step) {
        long length = step.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), length) * length);
    }
}
