package io.bellwether.alert.rule;

import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.rule.Comparison;
import io.bellwether.core.alert.rule.Detector;
import io.bellwether.core.alert.rule.Metric;
import io.bellwether.core.alert.rule.Threshold;
import io.bellwether.platform.Problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * @param comparison on which side of the value trouble lies; ABOVE for latencies, BELOW for the others when absent
 * @param value milliseconds, a share from 0 to 1, or points from 0 to 100
 * @param recoverValue what the figure must come back to; the value itself when absent
 * @param window minutes that divide an hour, five when absent; not for scores, which are judged by the day
 * @param confirm 2 of 3 windows to fire and 2 to recover when absent; for scores 1 and 1
 */
public record ThresholdSettings(
        @NotNull Metric metric,
        @Nullable Comparison comparison,
        @NotNull Double value,
        @Nullable Double recoverValue,
        @Nullable Duration window,
        @Nullable @Valid Patience confirm)
        implements CustomSettings {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Policy CONFIRMED = new Policy(2, 3, 2);
    private static final int HOUR = 60;

    @Override
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        outside("/value", value, faults);
        if (recoverValue != null) {
            outside("/recoverValue", recoverValue, faults);
            if (side() == Comparison.ABOVE ? recoverValue > value : recoverValue < value) {
                faults.add(new FieldError(
                        "/recoverValue",
                        "Must be on the good side of value, or equal to it: trouble lies " + side() + " it."));
            }
        }
        if (metric.ofVendor() && window != null) {
            faults.add(new FieldError("/window", "Scores are judged by the day; leave it out."));
        } else if (!metric.ofVendor() && !dividesAnHour(step())) {
            faults.add(new FieldError("/window", "Must be whole minutes that divide an hour, such as PT5M or PT15M."));
        } else {
            faults.addAll(patience().faults(step()));
        }
        return faults;
    }

    @Override
    public Detector detector() {
        double recovery = Objects.requireNonNullElse(recoverValue, value);
        Policy policy = patience().policy(step(), metric.ofVendor() ? Policy.inARow(1, 1) : CONFIRMED);
        return new Threshold(metric, side(), value, recovery, step(), policy);
    }

    private Comparison side() {
        Comparison usual = metric.kind() == Metric.Kind.MILLISECONDS ? Comparison.ABOVE : Comparison.BELOW;
        return Objects.requireNonNullElse(comparison, usual);
    }

    private Duration step() {
        return metric.ofVendor() ? Detector.DAY : Objects.requireNonNullElse(window, FIVE_MINUTES);
    }

    private Patience patience() {
        return Objects.requireNonNullElse(confirm, Patience.DEFAULT);
    }

    private void outside(String pointer, double number, List<FieldError> faults) {
        if (!metric.kind().bound().allows(number)) {
            faults.add(new FieldError(
                    pointer, "Must be " + metric.kind().bound().words() + " for " + metric + ", not " + number + "."));
        }
    }

    private static boolean dividesAnHour(Duration window) {
        long minutes = window.toMinutes();
        return minutes > 0 && minutes <= HOUR && HOUR % minutes == 0 && window.equals(Duration.ofMinutes(minutes));
    }
}
