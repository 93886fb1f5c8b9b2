package io.bellwether.slo;

import io.bellwether.core.slo.BurnRate;
import io.bellwether.core.slo.BurnRule;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one rule says of an objective.
 *
 * @param factor how many times as fast as it lasts the budget may be used
 * @param longRate how many times as fast it is used in the long window
 * @param shortRate the same in the short window
 * @param reason one sentence
 * @param refusal why the rule is of no use for this objective, or not yet; null when it judges
 */
record BurnRateView(
        double factor,
        Duration longWindow,
        Duration shortWindow,
        BurnRule.Urgency urgency,
        boolean firing,
        BurnRate.State state,
        double longRate,
        double shortRate,
        String reason,
        @Nullable String refusal) {

    static BurnRateView of(BurnRate burn) {
        BurnRule rule = burn.rule();
        return new BurnRateView(
                rule.factor(),
                rule.longWindow(),
                burn.shortWindow(),
                rule.urgency(),
                burn.state() == BurnRate.State.BURNING,
                burn.state(),
                burn.longRate(),
                burn.shortRate(),
                burn.reason(),
                burn.state() == BurnRate.State.UNFIT ? burn.reason() : null);
    }
}
