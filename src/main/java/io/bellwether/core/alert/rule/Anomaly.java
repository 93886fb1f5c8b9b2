package io.bellwether.core.alert.rule;

import io.bellwether.core.Dimension;
import io.bellwether.core.Median;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An hour is much slower than the same hour of the week (in UTC) usually is: above the median of the weeks before by so many
 * of their deviations, and by a least number of milliseconds.
 *
 * @param metric a percentile of the duration
 * @param weeks how many weeks back it looks
 * @param minimumSamples in how many of them the hour must be known; with fewer it cannot tell
 * @param deviations how many times the robust deviation (median absolute deviation, scaled) counts as much
 * @param riseMs by how much the median must be exceeded in any case, milliseconds
 */
public record Anomaly(Metric metric, int weeks, int minimumSamples, double deviations, double riseMs, Policy policy)
        implements Detector {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WEEK = Duration.ofDays(7);

    /** A probe that is always equally fast has no deviation at all; this share of its median stands in for one. */
    private static final double LEAST_DEVIATION = 0.05;

    @Override
    public Dimension dimension() {
        return metric.dimension();
    }

    @Override
    public boolean ofVendor() {
        return false;
    }

    @Override
    public Duration step() {
        return HOUR;
    }

    @Override
    public List<Span> needs(Instant tick, Duration every) {
        return IntStream.rangeClosed(0, weeks)
                .mapToObj(week -> tick.minus(WEEK.multipliedBy(week)))
                .map(end -> new Span(end.minus(HOUR), end))
                .toList();
    }

    @Override
    public Verdict judge(History history, Instant tick, boolean told, Severity severity) {
        Instant hour = tick.minus(HOUR);
        Double value = value(history, hour);
        double[] usual = IntStream.rangeClosed(1, weeks)
                .mapToObj(week -> value(history, hour.minus(WEEK.multipliedBy(week))))
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        if (value == null || usual.length < minimumSamples) {
            return Verdict.unknown(0);
        }
        double limit = limit(usual);
        return new Verdict(value > limit ? Signal.bad(severity) : Signal.GOOD, value, limit);
    }

    @Override
    public Voices finding(Verdict verdict) {
        String value = Figures.of(verdict.value(), metric.kind());
        String usual = Figures.of(verdict.limit(), metric.kind());
        return new Voices(
                metric + " is " + value + " over the last hour, above " + usual
                        + ", the most that is usual at this hour of the week.",
                Phrases.of(metric, value) + "; at this hour of the week at most " + usual + " is usual.");
    }

    private double limit(double[] usual) {
        double median = Median.of(usual);
        double deviation = Math.max(Robust.deviation(usual), LEAST_DEVIATION * median);
        return median + Math.max(deviations * deviation, riseMs);
    }

    private @Nullable Double value(History history, Instant hour) {
        return history.at(hour).map(reading -> reading.value(metric)).orElse(null);
    }
}
