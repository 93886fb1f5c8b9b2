package io.bellwether.notify.escalation;

import io.bellwether.alert.Alert;
import io.bellwether.alert.Alerts;
import io.bellwether.alert.FurtherNews;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.escalation.EscalationPlan;
import io.bellwether.notify.Callouts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Takes steps. What a step tells and that it was taken is written in one transaction. */
@ApplicationScoped
class EscalationSteps {

    /** How often an alert is looked at that is muted when its step is due. */
    private static final Duration WHILE_MUTED = Duration.ofSeconds(30);

    private final EscalationTable table;
    private final Alerts alerts;
    private final FurtherNews news;
    private final Callouts callouts;

    EscalationSteps(EscalationTable table, Alerts alerts, FurtherNews news, Callouts callouts) {
        this.table = table;
        this.alerts = alerts;
        this.news = news;
        this.callouts = callouts;
    }

    /** Takes the step that is due, unless another node does. */
    @Transactional(TxType.REQUIRES_NEW)
    void take(UUID id, Instant now) {
        table.lockDue(id, now)
                .ifPresent(due -> take(due, alerts.all(List.of(id)).getFirst(), now));
    }

    private void take(RunningEscalation due, Alert alert, Instant now) {
        if (!alert.condition().told()) {
            table.update(due.with(due.state().ended()));
        } else if (alert.handling() != Handling.NEW) {
            table.update(due.with(due.state().held(now)));
        } else if (!alert.suppressedBy().isEmpty()) {
            table.lookAgain(due.alert(), now.plus(WHILE_MUTED));
        } else {
            takeNow(due, alert, now);
        }
    }

    private void takeNow(RunningEscalation due, Alert alert, Instant now) {
        EscalationPlan.Step step = due.state().step();
        int number = due.state().number();
        table.update(due.with(due.state().taken(now)));
        if (!step.tellsOf(alert.severity())) {
            table.take(due.alert(), number, now, "nobody: the alert is " + alert.severity());
            return;
        }
        news.escalate(due.alert(), transition -> {
            String told = callouts.tell(transition, step.to(), due.cause());
            table.take(due.alert(), number, now, told);
            return due.cause() + " of '" + due.policy() + "': " + told;
        });
    }
}
