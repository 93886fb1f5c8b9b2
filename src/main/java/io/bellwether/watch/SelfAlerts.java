package io.bellwether.watch;

import io.bellwether.alert.InternalAlert;
import io.bellwether.alert.InternalAlerts;
import io.bellwether.alert.InternalRule;
import io.bellwether.core.watch.Diagnosis;
import io.bellwether.core.watch.Diagnosis.Ailment;
import jakarta.inject.Singleton;
import java.util.Map;

/** Alerts about what is wrong with Bellwether itself, and their end. Every node may say so; it is told once. */
@Singleton
class SelfAlerts {

    private static final Map<Ailment, InternalAlert> ALERTS = Map.of(
            Ailment.EVALUATION_BEHIND,
            InternalAlert.of(
                    InternalRule.EVALUATION_BEHIND,
                    "probes",
                    "probes",
                    "Probes that are due are not run, or their results are not stored: what Bellwether says of vendors is old. "
                            + "Look at its log, its load and its database."),
            Ailment.DISPATCH_BEHIND,
            InternalAlert.of(
                    InternalRule.OUTBOX_OLD,
                    "dispatch",
                    "alerts in the outbox",
                    "Alerts change and it is not decided who is told: nobody hears of them. Look at Bellwether's log."),
            Ailment.DELIVERY_STOPPED,
            InternalAlert.of(
                    InternalRule.OUTBOX_OLD,
                    "delivery",
                    "messages",
                    "Messages are due and none is sent. Look at Bellwether's log."),
            Ailment.CRITICAL_UNTOLD,
            InternalAlert.of(
                    InternalRule.OUTBOX_OLD,
                    "critical",
                    "critical messages",
                    "Somebody has not been told of a critical alert for long. The ledger says why: "
                            + "GET /api/v1/notifications?state=WAITING."));

    private static final Map<Ailment, String> OVER = Map.of(
            Ailment.EVALUATION_BEHIND, "Probes are run on time again.",
            Ailment.DISPATCH_BEHIND, "It is decided in time again who is told of alerts.",
            Ailment.DELIVERY_STOPPED, "Messages are sent again.",
            Ailment.CRITICAL_UNTOLD, "No critical alert waits to be told any more.");

    private final InternalAlerts alerts;

    SelfAlerts(InternalAlerts alerts) {
        this.alerts = alerts;
    }

    void tell(Diagnosis diagnosis) {
        ALERTS.forEach((ailment, alert) -> {
            if (diagnosis.ailments().contains(ailment)) {
                alerts.raise(alert);
            } else {
                alerts.clear(alert.rule(), alert.key(), OVER.getOrDefault(ailment, ""));
            }
        });
    }
}
