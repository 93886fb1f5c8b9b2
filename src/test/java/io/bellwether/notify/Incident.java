package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.platform.Outbox;
import io.bellwether.vendor.Vendor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One alert of a vendor, told to the outbox step by step as the alert engine does. */
final class Incident {

    final UUID id = UUID.randomUUID();
    private final Outbox outbox;
    private final Vendor vendor;
    private final Instant at;
    private int transition;

    Incident(Outbox outbox, Vendor vendor, Instant at) {
        this.outbox = outbox;
        this.vendor = vendor;
        this.at = at;
    }

    /** Also as an episode, for those who ask what is known about it. */
    Incident inTheRegister(DeliveryWorld world) {
        return inTheRegister(world, "CRITICAL");
    }

    Incident inTheRegister(DeliveryWorld world, String severity) {
        world.sql("""
                INSERT INTO alert_episode (id, rule, vendor_id, sub_key, fingerprint, dimension, severity, condition, handling,
                                           started_at, fired_at, last_event_at)
                VALUES (?, 'vendor-down', ?, ?, '', 'UPTIME', ?, 'FIRING', 'NEW', now(), now(), now())""", id, vendor.id(), id.toString(), severity);
        return this;
    }

    /** In the register. */
    Incident over(DeliveryWorld world) {
        world.sql("UPDATE alert_episode SET condition = 'RESOLVED', resolved_at = now() WHERE id = ?", id);
        return this;
    }

    Incident becomesUnstable() {
        return happens("UNSTABLE", Severity.WARNING, new Voices("technical to and fro", "business to and fro"));
    }

    Incident fires() {
        return happens("FIRING", Severity.WARNING, new Voices("technical begin", "business begin"));
    }

    Incident becomesCritical() {
        return happens("SEVERITY_CHANGED", Severity.CRITICAL, new Voices("technical worse", "business worse"));
    }

    Incident resolves() {
        return happens("RESOLVED", Severity.CRITICAL, new Voices("technical end", "business end"));
    }

    private Incident happens(String kind, Severity severity, Voices text) {
        AlertTransition next = transition(++transition, kind, severity, text);
        QuarkusTransaction.requiringNew().run(() -> outbox.add(AlertTransition.TOPIC, List.of(next)));
        return this;
    }

    /** Not in the outbox: to be told beside the routes. */
    AlertTransition reminder(int number) {
        return transition(number, "REMINDER", Severity.CRITICAL, new Voices("technical still", "business still"));
    }

    private AlertTransition transition(int number, String kind, Severity severity, Voices text) {
        return new AlertTransition(
                id,
                number,
                kind,
                vendor.id(),
                "vendor-down",
                severity,
                at,
                Map.of("alertname", "vendor-down", "vendor", vendor.slug(), "instance", id.toString()),
                Map.of("minutes", 3),
                text);
    }
}
