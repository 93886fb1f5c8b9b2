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
 * Nothing was observed for a time, or nothing but UNKNOWN. A probe that looks seldom is given two of its intervals.
 *
 * @param after whole minutes
 */
public record NoData(Duration after) implements Detector {

    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int STEPS = 12;
    private static final int INTERVALS = 2;

    @Override
    public Dimension dimension() {
        return Dimension.UPTIME;
    }

    @Override
    public boolean ofVendor() {
        return false;
    }

    @Override
    public Duration step() {
        return after.compareTo(HOUR.multipliedBy(STEPS)) < 0 ? SHORT : HOUR;
    }

    /** One answer ends it, as one is enough to know. */
    @Override
    public Policy policy() {
        return Policy.inARow(1, 1);
    }

    @Override
    public List<Span> needs(Instant tick, Duration every) {
        return List.of(new Span(tick.minus(bearable(every)).minus(step()), tick));
    }

    @Override
    public Verdict judge(History history, Instant tick, boolean told, Severity severity) {
        Duration bearable = bearable(history.every());
        Instant earliest = tick.minus(bearable);
        Instant known = history.between(earliest.minus(step()), tick).stream()
                .filter(Reading::told)
                .map(Reading::to)
                .reduce(history.since(), (one, other) -> other.isAfter(one) ? other : one);
        if (known.isAfter(earliest)) {
            boolean silent = known.equals(history.since());
            return new Verdict(silent ? Signal.NO_DATA : Signal.GOOD, 0, minutes(bearable));
        }
        return new Verdict(Signal.bad(severity), minutes(Duration.between(known, tick)), minutes(bearable));
    }

    @Override
    public Voices finding(Verdict verdict) {
        String allowed = Figures.of(Duration.ofMinutes((long) verdict.limit()));
        return new Voices(
                "No UP, DEGRADED or DOWN observation for at least " + allowed + ".",
                "For at least " + allowed + " we could not tell whether it works.");
    }

    private static double minutes(Duration time) {
        return (double) time.toMinutes();
    }

    private Duration bearable(Duration every) {
        Duration least = every.multipliedBy(INTERVALS);
        return least.compareTo(after) > 0 ? least : after;
    }
}
