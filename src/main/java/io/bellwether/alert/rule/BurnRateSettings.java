package io.bellwether.alert.rule;

import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.rule.Burn;
import io.bellwether.core.slo.BurnRule;
import io.bellwether.core.slo.Objective;
import io.bellwether.platform.Problem.FieldError;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * @param target the share of observations that shall be good, for example 0.999
 * @param factor how many times as fast as it lasts the error budget may be used
 * @param longWindow PT10M to P3D, in steps of five minutes
 * @param shortWindow a twelfth of the long one, and at least PT5M, when absent
 * @param minimumBad bad observations in the long window below which it never fires; 3 when absent
 * @param confirm counted in rounds, see {@link Burn#step}; one to fire and three to recover when absent
 */
public record BurnRateSettings(
        @NotNull @DecimalMin("0.5") @DecimalMax("0.99999") Double target,
        @NotNull @DecimalMin("1") @DecimalMax("1000") Double factor,
        @NotNull Duration longWindow,
        @Nullable Duration shortWindow,
        @Nullable @Min(1) @Max(1000) Integer minimumBad,
        @Nullable @Valid Patience confirm)
        implements CustomSettings {

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(3);
    private static final int SHORT_OF_LONG = 12;

    @Override
    public List<FieldError> faults() {
        List<FieldError> faults = new ArrayList<>();
        if (longWindow.compareTo(SHORTEST) < 0 || longWindow.compareTo(LONGEST) > 0 || !inSteps(longWindow)) {
            faults.add(new FieldError("/longWindow", "Must be PT10M to PT72H in steps of five minutes."));
        } else if (recent().compareTo(longWindow) >= 0 || !inSteps(recent())) {
            faults.add(new FieldError("/shortWindow", "Must be shorter than longWindow, in steps of five minutes."));
        } else {
            faults.addAll(patience().faults(Burn.step(longWindow, recent())));
        }
        return faults;
    }

    @Override
    public Burn detector() {
        BurnRule rule = new BurnRule(
                factor,
                longWindow,
                recent(),
                BurnRule.Urgency.TICKET,
                Objects.requireNonNullElse(minimumBad, BurnRule.ENOUGH_BAD));
        return new Burn(
                new Objective.Availability(target),
                rule,
                patience().policy(Burn.step(longWindow, recent()), Policy.inARow(1, 3)));
    }

    private Duration recent() {
        if (shortWindow != null) {
            return shortWindow;
        }
        long steps = longWindow.dividedBy(SHORT_OF_LONG).dividedBy(Burn.LEAST);
        return Burn.LEAST.multipliedBy(Math.max(1, steps));
    }

    private Patience patience() {
        return Objects.requireNonNullElse(confirm, Patience.DEFAULT);
    }

    private static boolean inSteps(Duration window) {
        return window.isPositive() && window.toMillis() % Burn.LEAST.toMillis() == 0;
    }
}
