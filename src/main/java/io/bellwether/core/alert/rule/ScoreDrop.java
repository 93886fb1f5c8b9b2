package io.bellwether.core.alert.rule;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A score fell by so many points within some days. It is over when the score is back, or when it has been low for as long:
 * then it is no fall any more but where the vendor stands.
 *
 * @param metric a score or the index
 * @param points at least 1
 * @param days at least 1
 */
public record ScoreDrop(Metric metric, int points, int days) implements Detector {

    @Override
    public Dimension dimension() {
        return metric.dimension();
    }

    @Override
    public boolean ofVendor() {
        return true;
    }

    @Override
    public Duration step() {
        return DAY;
    }

    @Override
    public Policy policy() {
        return Policy.inARow(1, 1);
    }

    @Override
    public List<Span> needs(Instant tick, Duration every) {
        return List.of(new Span(tick.minus(DAY.multipliedBy(days + 1L)), tick));
    }

    @Override
    public Verdict judge(History history, Instant tick, boolean told, Severity severity) {
        Instant today = tick.minus(DAY);
        Double now = history.at(today).map(reading -> reading.value(metric)).orElse(null);
        List<Double> before = history.between(today.minus(DAY.multipliedBy(days)), today).stream()
                .map(reading -> reading.value(metric))
                .filter(Objects::nonNull)
                .toList();
        if (now == null || before.isEmpty()) {
            return Verdict.unknown(points);
        }
        double fall = before.stream().mapToDouble(Double::doubleValue).max().orElse(now) - now;
        return new Verdict(fall >= points ? Signal.bad(severity) : Signal.GOOD, fall, points);
    }

    @Override
    public Voices finding(Verdict verdict) {
        String fall = Figures.of(verdict.value(), Metric.Kind.POINTS);
        String within = " within " + Figures.of(DAY.multipliedBy(days)) + "; " + points + " count as trouble.";
        return new Voices(
                metric + " fell by " + fall + within, "Its " + Phrases.name(metric) + " fell by " + fall + within);
    }
}
