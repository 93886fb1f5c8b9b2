package io.bellwether.core.alert.rule;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.slo.BurnRate;
import io.bellwether.core.slo.BurnRule;
import io.bellwether.core.slo.Measured;
import io.bellwether.core.slo.Objective;
import io.bellwether.core.slo.Span;
import io.bellwether.core.slo.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The error budget of an availability target is used too fast, see {@link BurnRule}.
 *
 * @param rule its windows are whole multiples of {@link #LEAST}
 */
public record Burn(Objective.Availability objective, BurnRule rule, Policy policy) implements Detector {

    /** The shortest step. */
    public static final Duration LEAST = Duration.ofMinutes(5);

    /** Minutes; the history has summaries of five minutes and of hours. */
    private static final List<Integer> STEPS = List.of(60, 30, 15, 10, 5);

    /** The short window is widened for probes that look seldom. */
    private static final int WIDEST = 3;

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
        return step(rule.longWindow(), rule.shortWindow());
    }

    /** The longest step that both windows are multiples of: a budget that lasts for days is not read minute by minute. */
    public static Duration step(Duration longWindow, Duration shortWindow) {
        return STEPS.stream()
                .map(Duration::ofMinutes)
                .filter(step -> longWindow.toMillis() % step.toMillis() == 0)
                .filter(step -> shortWindow.toMillis() % step.toMillis() == 0)
                .findFirst()
                .orElse(LEAST);
    }

    @Override
    public List<Span> needs(Instant tick, Duration every) {
        Duration widened = every.multipliedBy(WIDEST);
        Duration reach = widened.compareTo(rule.longWindow()) > 0 ? widened : rule.longWindow();
        return List.of(new Span(tick.minus(reach), tick));
    }

    @Override
    public Verdict judge(History history, Instant tick, boolean told, Severity severity) {
        Watch watch = new Watch(
                history.every(),
                Duration.between(history.since(), tick),
                window -> measured(history, tick.minus(window), tick));
        BurnRate rate = BurnRate.of(rule, objective, watch);
        Signal signal = switch (rate.state()) {
            case BURNING -> Signal.bad(severity);
            case CALM -> Signal.GOOD;
            case UNKNOWN, UNFIT -> Signal.NO_DATA;
        };
        return new Verdict(signal, Math.min(rate.longRate(), rate.shortRate()), rule.factor());
    }

    @Override
    public Voices finding(Verdict verdict) {
        String rate = Figures.rounded(verdict.value());
        String factor = Figures.rounded(rule.factor());
        String target = Figures.percent(objective.target()) + " %";
        return new Voices(
                "The error budget of " + target + " burns " + rate + " times as fast as it lasts, over "
                        + Figures.of(rule.longWindow()) + " and over " + Figures.of(rule.shortWindow())
                        + "; the limit is " + factor + " times.",
                "It fails " + rate + " times as often as a promise of " + target + " allows; the limit is " + factor
                        + " times.");
    }

    private static Measured measured(History history, Instant from, Instant to) {
        long good = 0;
        long bad = 0;
        for (Reading reading : history.between(from, to)) {
            good += reading.good();
            bad += reading.down();
        }
        Duration goodTime = history.every().multipliedBy(good);
        Duration badTime = history.every().multipliedBy(bad);
        Duration unknown = Duration.between(from, to).minus(goodTime).minus(badTime);
        return new Measured(goodTime, badTime, unknown.isNegative() ? Duration.ZERO : unknown, bad);
    }
}
