package io.bellwether.alert;

import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Signal;

/** Whether an observation says that the vendor is down. */
final class OutageJudge {

    private OutageJudge() {}

    static Signal judge(Outcome outcome, ActiveRule<RuleSettings.Outage> rule) {
        return switch (outcome) {
            case DOWN -> rule.bad();
            case UP, DEGRADED -> Signal.GOOD;
            case UNKNOWN -> Signal.NO_DATA;
        };
    }
}
