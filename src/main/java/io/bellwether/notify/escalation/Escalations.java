package io.bellwether.notify.escalation;

import io.bellwether.alert.Alert;
import io.bellwether.alert.AlertChanged;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.escalation.Escalation;
import io.bellwether.notify.AlertBegan;
import io.bellwether.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Begins the escalation of an alert, and holds it while somebody takes care; in the transactions in which that happens. */
@ApplicationScoped
class Escalations {

    private final EscalationTable table;
    private final Policies policies;
    private final Clock clock;

    Escalations(EscalationTable table, Policies policies, Clock clock) {
        this.table = table;
        this.policies = policies;
        this.clock = clock;
    }

    void begun(@Observes AlertBegan event) {
        var transition = event.transition();
        policies.of(transition.labels()).ifPresent(policy -> {
            PlanDocument plan = policy.plan();
            Escalation state = Escalation.begin(plan.plan(), transition.at());
            table.insert(new RunningEscalation(transition.episodeId(), policy.name(), plan, state, transition.at()));
        });
    }

    void changed(@Observes AlertChanged event) {
        table.find(event.alert().id()).ifPresent(running -> {
            Escalation next = next(running.state(), event.alert());
            if (!next.equals(running.state())) {
                table.update(running.with(next));
            }
        });
    }

    /** @throws Problem 404 when the alert has none */
    @Transactional
    EscalationView require(UUID alert) {
        return table.find(alert)
                .map(running -> running.view(table.taken(alert)))
                .orElseThrow(() -> Problem.notFound("escalation of the alert", alert));
    }

    private Escalation next(Escalation state, Alert alert) {
        if (!alert.condition().told()) {
            return state.ended();
        }
        return alert.handling() == Handling.NEW ? state.resumed(clock.instant()) : state.held(clock.instant());
    }
}
