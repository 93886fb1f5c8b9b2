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
    private int transition;

    Incident(Outbox outbox, Vendor vendor) {
        this.outbox = outbox;
        this.vendor = vendor;
    }

    Incident fires() {
        return fires(List.of());
    }

    Incident fires(List<String> suppressedBy) {
        return happens("FIRING", suppressedBy, new Voices("technical begin", "business begin"));
    }

    Incident becomesCritical() {
        return happens("SEVERITY_CHANGED", List.of(), new Voices("technical worse", "business worse"));
    }

    Incident resolves() {
        return happens("RESOLVED", List.of(), new Voices("technical end", "business end"));
    }

    private Incident happens(String kind, List<String> suppressedBy, Voices text) {
        AlertTransition next = new AlertTransition(
                id,
                ++transition,
                kind,
                vendor.id(),
                "vendor-down",
                Severity.CRITICAL,
                Instant.parse("2026-11-22T10:00:00Z"),
                suppressedBy,
                Map.of("minutes", 3),
                text);
        QuarkusTransaction.requiringNew().run(() -> outbox.add(AlertTransition.TOPIC, UUID.randomUUID(), next));
        return this;
    }
}
