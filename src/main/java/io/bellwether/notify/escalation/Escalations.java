package io.bellwether.notify.escalation;

import io.bellwether.alert.Alert;
import io.bellwether.alert.AlertTransition;
import io.bellwether.alert.AlertsChanged;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.escalation.Escalation;
import io.bellwether.notify.AlertsBegan;
import io.bellwether.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    void begun(@Observes AlertsBegan event) {
        if (event.transitions().isEmpty()) {
            return;
        }
        List<EscalationPolicy> known = policies.list();
        event.transitions()
                .forEach(transition -> known.stream()
                        .filter(policy -> policy.covers(transition.labels()))
                        .findFirst()
                        .ifPresent(policy -> begin(policy, transition)));
    }

    private void begin(EscalationPolicy policy, AlertTransition transition) {
        PlanDocument plan = policy.plan();
        Escalation state = Escalation.begin(plan.plan(), transition.at());
        table.insert(new RunningEscalation(transition.episodeId(), policy.name(), plan, state, transition.at()));
    }

    void changed(@Observes AlertsChanged event) {
        Map<UUID, RunningEscalation> known =
                table.find(event.alerts().stream().map(Alert::id).toList());
        event.alerts().forEach(alert -> {
            RunningEscalation running = known.get(alert.id());
            if (running != null) {
                follow(running, alert);
            }
        });
    }

    private void follow(RunningEscalation running, Alert alert) {
        Escalation next = next(running.state(), alert);
        if (!next.equals(running.state())) {
            table.update(running.with(next));
        }
    }

    /** @throws Problem 404 when the alert has none */
    @Transactional
    EscalationView require(UUID alert) {
        return Optional.ofNullable(table.find(List.of(alert)).get(alert))
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
