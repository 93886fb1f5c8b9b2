package io.bellwether.notify.escalation;

import io.bellwether.core.alert.escalation.EscalationPlan;
import java.util.List;

/** The steps of a policy as they are kept, with the policy and with each alert that has begun under it. */
record PlanDocument(List<PolicyStep> steps, int repeats) {

    EscalationPlan plan() {
        return new EscalationPlan(steps.stream().map(PolicyStep::step).toList(), repeats);
    }
}
