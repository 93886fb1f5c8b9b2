package io.bellwether.notify;

import static org.awaitility.Awaitility.await;

import io.bellwether.As;
import io.bellwether.platform.Outbox;
import io.bellwether.platform.Page;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Vendors, the channels of a test, and what the ledger says of the alerts that they were told. */
@Singleton
class DeliveryWorld {

    private static final Owners.Owner IDA = new Owners.Owner("Ida", "ida@example.com", null, "Europe/Berlin");
    private static final Owners.Owner MAX = new Owners.Owner("Max", "max@example.com", null, null);

    final Sink sink = new Sink();

    private final Channels channels;
    private final Notifications notifications;
    private final VendorRegister vendors;
    private final Outbox outbox;
    private final Jdbi jdbi;

    DeliveryWorld(Channels channels, Notifications notifications, VendorRegister vendors, Outbox outbox, Jdbi jdbi) {
        this.channels = channels;
        this.notifications = notifications;
        this.vendors = vendors;
        this.outbox = outbox;
        this.jdbi = jdbi;
    }

    @PreDestroy
    void stopTheSink() {
        sink.stop();
    }

    Vendor vendor() {
        return vendor(new Owners(MAX, IDA, null));
    }

    Vendor vendor(Owners owners) {
        String slug = "acme-" + UUID.randomUUID();
        return vendors.create(new NewVendor("Acme <b>&</b> Sons", slug, null, null, null, null, null, null, owners));
    }

    /** Of some time ago, so that its group need not wait. */
    Incident incident(Vendor vendor) {
        return new Incident(outbox, vendor, Instant.parse("2026-11-22T10:00:00Z"));
    }

    Incident incidentNow(Vendor vendor) {
        return new Incident(outbox, vendor, Instant.now());
    }

    UUID slack(String path) {
        return channel(new NewChannel("slack", path, Map.of("url", sink.url(path)), null, null, null));
    }

    UUID webhook(String path) {
        return channel(new NewChannel("webhook", path, Map.of("url", sink.url(path)), null, null, null));
    }

    UUID channel(NewChannel channel) {
        return channels.create(channel).id();
    }

    /** Those of other tests too: an unfinished delivery of theirs would never let an alert settle. */
    void removeChannels() {
        sql("UPDATE route_document SET document = NULL");
        sql("UPDATE channel SET fallback_id = NULL");
        channels.list(Page.MAX_LIMIT, null).items().forEach(channel -> channels.remove(channel.id(), null));
    }

    void quietAlways(String person) {
        Map<String, Object> always = Map.of("days", EnumSet.allOf(DayOfWeek.class), "from", "00:00", "to", "00:00");
        people(person, Map.of("quietHours", Map.of("timeZone", "UTC", "windows", List.of(always))));
    }

    void quietNever(String person) {
        people(person, Map.of());
    }

    private static void people(String person, Map<String, Object> body) {
        As.operator().body(body).put("/api/v1/people/" + person).then().statusCode(200);
    }

    /** The ledger of the alert, newest first, when it has so many lines and none is unfinished. */
    List<Notification> settled(Incident incident, int lines) {
        await().atMost(Duration.ofSeconds(60)).until(() -> finished(incident, lines));
        return lines(incident);
    }

    boolean finished(Incident incident, int lines) {
        List<Notification> all = lines(incident);
        return all.size() == lines && all.stream().allMatch(line -> line.finishedAt() != null);
    }

    List<Notification> lines(Incident incident) {
        return notifications
                .list(new NotificationQuery(null, incident.id, null, 500, null))
                .items();
    }

    List<IntentState> states(Incident incident) {
        return lines(incident).stream().map(Notification::state).toList();
    }

    int count(String sql, Object... values) {
        return jdbi.withHandle(
                handle -> handle.select(sql, values).mapTo(int.class).one());
    }

    String text(String sql, Object... values) {
        return jdbi.withHandle(
                handle -> handle.select(sql, values).mapTo(String.class).first());
    }

    void sql(String sql, Object... values) {
        jdbi.useHandle(handle -> handle.execute(sql, values));
    }
}
