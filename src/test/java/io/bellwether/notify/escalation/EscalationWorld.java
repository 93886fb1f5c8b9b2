package io.bellwether.notify.escalation;

import static org.awaitility.Awaitility.await;

import io.bellwether.alert.AlertTransition;
import io.bellwether.alert.InternalAlert;
import io.bellwether.alert.InternalAlerts;
import io.bellwether.alert.voice.Moment;
import io.bellwether.alert.voice.Vocabulary;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Severity;
import io.bellwether.notify.Channels;
import io.bellwether.notify.NewChannel;
import io.bellwether.notify.Notification;
import io.bellwether.notify.NotificationQuery;
import io.bellwether.notify.Notifications;
import io.bellwether.platform.Json;
import io.bellwether.platform.Outbox;
import io.bellwether.platform.Page;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Vendors whose alerts fire, and what the ledger and the escalation say of them. */
@Singleton
class EscalationWorld {

    private static final Owner MAX = new Owner("Max", "max@example.com", null, null);

    private static final Map<String, Object> FACTS = Vocabulary.sample("vendor-down", Moment.FIRING);

    private final Channels channels;
    private final Notifications notifications;
    private final VendorRegister vendors;
    private final InternalAlerts internal;
    private final Outbox outbox;
    private final Jdbi jdbi;
    private final Json json;

    EscalationWorld(
            Channels channels,
            Notifications notifications,
            VendorRegister vendors,
            InternalAlerts internal,
            Outbox outbox,
            Jdbi jdbi,
            Json json) {
        this.channels = channels;
        this.notifications = notifications;
        this.vendors = vendors;
        this.internal = internal;
        this.outbox = outbox;
        this.jdbi = jdbi;
        this.json = json;
    }

    Vendor vendor(String itOwner) {
        return vendors.create(values("acme-" + UUID.randomUUID(), itOwner));
    }

    void hasOwner(Vendor vendor, String itOwner) {
        vendors.change(vendor.slug(), null, values(null, itOwner));
    }

    private static NewVendor values(String slug, String itOwner) {
        Owners owners = new Owners(MAX, new Owner("Ida", itOwner, null, "Europe/Berlin"), null);
        return new NewVendor("Acme", slug, null, null, null, null, null, null, owners);
    }

    void mail() {
        channel("email", Map.of());
    }

    String webhook(String url) {
        return channel("webhook", Map.of("url", url));
    }

    private String channel(String kind, Map<String, Object> settings) {
        return channels.create(new NewChannel(kind, kind + " " + UUID.randomUUID(), settings, null, null, null))
                .name();
    }

    void removeEverything() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM escalation_policy"));
        channels.list(Page.MAX_LIMIT, null).items().forEach(channel -> channels.remove(channel.id(), null));
    }

    /** An alert that has begun, and whose escalation has begun with it. */
    UUID fires(Vendor vendor, Severity severity, Instant at) {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(
                handle -> handle.execute("""
                INSERT INTO alert_episode (id, rule, vendor_id, sub_key, fingerprint, dimension, severity, condition, handling,
                                           started_at, fired_at, last_event_at, transitions, text_it, text_marketing, facts)
                VALUES (?, 'vendor-down', ?, ?, '', 'UPTIME', ?, 'FIRING', 'NEW', now(), now(), now(), 1, 'it', 'business', ?::jsonb)""", id, vendor.id(), id.toString(), severity.name(), json.write(FACTS)));
        tell(vendor, id, 1, "FIRING", severity, at);
        await().atMost(Duration.ofSeconds(30)).until(() -> begun(id));
        return id;
    }

    /** The same of an alert about Bellwether itself. */
    UUID fires(InternalAlert alert) {
        internal.raise(alert);
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> escalated(alert), Optional::isPresent)
                .orElseThrow();
    }

    void clear(InternalAlert alert) {
        internal.clear(alert.rule(), alert.key(), "It works again.");
    }

    void resolves(Vendor vendor, UUID alert, int transition) {
        jdbi.useHandle(handle -> handle.execute("""
                UPDATE alert_episode SET condition = 'RESOLVED', resolved_at = now(), transitions = ? WHERE id = ?""", transition, alert));
        tell(vendor, alert, transition, "RESOLVED", Severity.CRITICAL, Instant.now());
    }

    private void tell(Vendor vendor, UUID id, int number, String kind, Severity severity, Instant at) {
        Map<String, String> labels = Map.of("alertname", "vendor-down", "vendor", vendor.slug());
        AlertTransition transition = new AlertTransition(
                id,
                number,
                kind,
                vendor.id(),
                "vendor-down",
                severity,
                at,
                labels,
                Map.of(),
                new Voices("it", "business"));
        QuarkusTransaction.requiringNew().run(() -> outbox.add(AlertTransition.TOPIC, List.of(transition)));
    }

    private boolean begun(UUID alert) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT EXISTS (SELECT FROM escalation WHERE episode_id = :id)")
                        .bind("id", alert)
                        .mapTo(boolean.class)
                        .one());
    }

    private Optional<UUID> escalated(InternalAlert alert) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id FROM alert_episode JOIN escalation ON episode_id = id WHERE rule = :rule AND sub_key = :key""")
                .bind("rule", alert.rule().ruleName())
                .bind("key", alert.key())
                .mapTo(UUID.class)
                .findOne());
    }

    /** What was written down because of an escalation, the oldest first: to whom and why. */
    List<String> told(UUID alert) {
        return ledger(alert).stream()
                .filter(line -> line.reason().startsWith("escalation"))
                .map(line -> line.receiver() + ", " + line.reason().replaceAll(":.*", ""))
                .toList();
    }

    /** The oldest first. */
    List<Notification> ledger(UUID alert) {
        return notifications
                .list(new NotificationQuery(null, alert, null, Page.MAX_LIMIT, null))
                .items()
                .reversed();
    }
}
