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

/**
 * A figure is beyond a limit. While it is told it is over only when the figure is back at its recovery value, so that one
 * that lingers at the limit makes one episode.
 *
 * @param recovery on the good side of {@code limit}, or equal to it
 * @param window over what the figure is taken; a day for scores
 */
public record Threshold(
        Metric metric, Comparison comparison, double limit, double recovery, Duration window, Policy policy)
        implements Detector {

    @Override
    public Dimension dimension() {
        return metric.dimension();
    }

    @Override
    public boolean ofVendor() {
        return metric.ofVendor();
    }

    @Override
    public Duration step() {
        return window;
    }

    @Override
    public List<Span> needs(Instant tick, Duration every) {
        return List.of(new Span(tick.minus(window), tick));
    }

    @Override
    public Verdict judge(History history, Instant tick, boolean told, Severity severity) {
        Double value = history.at(tick.minus(window))
                .map(reading -> reading.value(metric))
                .orElse(null);
        if (value == null) {
            return Verdict.unknown(limit);
        }
        boolean bad = comparison.beyond(value, limit) || (told && comparison.beyond(value, recovery));
        return new Verdict(bad ? Signal.bad(severity) : Signal.GOOD, value, limit);
    }

    @Override
    public Voices finding(Verdict verdict) {
        String value = Figures.of(verdict.value(), metric.kind());
        String against = ", " + comparison.word() + " the limit of " + Figures.of(limit, metric.kind()) + ".";
        String over = metric.kind() == Metric.Kind.POINTS ? "" : " over " + Figures.of(window);
        return new Voices(metric + " is " + value + over + against, Phrases.of(metric, value) + against);
    }
}
