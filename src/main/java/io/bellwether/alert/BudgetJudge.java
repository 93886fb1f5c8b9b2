package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.slo.BurnRate;
import io.bellwether.core.slo.BurnRate.State;
import io.bellwether.core.slo.BurnRule.Urgency;
import java.util.List;
import java.util.Optional;

/** Whether an error budget is used too fast. */
final class BudgetJudge {

    private BudgetJudge() {}

    /** Bad by any rule; good only when every rule that is of use can tell, for an objective without data is not well. */
    static Signal judge(List<BurnRate> rates, ActiveRule<RuleSettings.Budget> rule) {
        Optional<BurnRate> worst = worst(rates);
        if (worst.isPresent()) {
            return worst.get().rule().urgency() == Urgency.PAGE ? Signal.bad(Severity.CRITICAL) : rule.bad();
        }
        List<State> fit = rates.stream()
                .map(BurnRate::state)
                .filter(state -> state != State.UNFIT)
                .toList();
        return fit.isEmpty() || fit.contains(State.UNKNOWN) ? Signal.NO_DATA : Signal.GOOD;
    }

    /** The most urgent of those that burn: rules come in that order. */
    static Optional<BurnRate> worst(List<BurnRate> rates) {
        return rates.stream().filter(rate -> rate.state() == State.BURNING).findFirst();
    }
}
