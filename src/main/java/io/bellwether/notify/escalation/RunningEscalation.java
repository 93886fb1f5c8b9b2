package io.bellwether.notify.escalation;

import io.bellwether.core.alert.escalation.Escalation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The escalation of an alert as it is kept. */
record RunningEscalation(UUID alert, String policy, PlanDocument plan, Escalation state, Instant begunAt) {

    RunningEscalation with(Escalation next) {
        return new RunningEscalation(alert, policy, plan, next, begunAt);
    }

    /** Why somebody is told at the step that is next. */
    String cause() {
        String step = "escalation step " + (state.next() + 1);
        return state.round() == 0 ? step : step + ", round " + (state.round() + 1);
    }

    EscalationView view(List<EscalationView.Taken> taken) {
        return new EscalationView(
                alert,
                policy,
                plan.steps(),
                plan.repeats(),
                EscalationView.Progress.of(state),
                state.over() ? null : state.next() + 1,
                state.over() ? null : state.round() + 1,
                state.dueAt(),
                begunAt,
                taken);
    }
}
