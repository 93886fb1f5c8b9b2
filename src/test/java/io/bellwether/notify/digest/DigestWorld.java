package io.bellwether.notify.digest;

import io.bellwether.As;
import io.bellwether.notify.Channels;
import io.bellwether.notify.NewChannel;
import io.bellwether.platform.Page;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** A reader who owns one vendor, a way to write to him, and what he has subscribed to. */
@Singleton
class DigestWorld {

    static final List<String> WEEK =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

    String ida = "";
    Vendor acme;
    Instant now;

    private final Channels channels;
    private final VendorRegister vendors;
    private final Jdbi jdbi;

    DigestWorld(Channels channels, VendorRegister vendors, Jdbi jdbi) {
        this.channels = channels;
        this.vendors = vendors;
        this.jdbi = jdbi;
    }

    void begin() {
        end();
        channels.create(new NewChannel("email", "owners", Map.of(), null, null, null));
        ida = "ida-" + UUID.randomUUID() + "@example.com";
        Owners owners = new Owners(null, new Owner("Ida", ida, null, "Europe/Berlin"), null);
        acme = vendors.create(
                new NewVendor("Acme", "acme-" + UUID.randomUUID(), null, null, null, null, null, null, owners));
        now = Instant.now();
    }

    void end() {
        removeChannels();
        sql("DELETE FROM digest_subscription");
    }

    void removeChannels() {
        channels.list(Page.MAX_LIMIT, null).items().forEach(channel -> channels.remove(channel.id(), null));
    }

    /** Since so many days, and none has been made. */
    void daily(int days) {
        subscribe("ALERTS", Map.of("days", WEEK, "at", "08:00")).statusCode(200);
        sinceDays(days);
    }

    void sinceDays(int days) {
        Instant since = now.minus(Duration.ofDays(days));
        sql("UPDATE digest_subscription SET since = ?, next_look = ? WHERE email = ?", since, since, ida);
    }

    ValidatableResponse subscribe(String topic, Map<String, Object> body) {
        return As.owner().body(body).put(path("subscriptions/" + topic)).then();
    }

    String path(String rest) {
        return "/api/v1/people/" + ida + "/" + rest;
    }

    /** A day and an hour ago. */
    void fires(String it, String business) {
        Instant fired = now.minus(Duration.ofHours(25));
        sql("""
                INSERT INTO alert_episode (id, rule, vendor_id, sub_key, fingerprint, dimension, severity, condition, handling,
                                           started_at, fired_at, last_event_at, transitions, text_it, text_marketing)
                VALUES (?, 'vendor-down', ?, '', '', 'UPTIME', 'CRITICAL', 'FIRING', 'NEW', ?, ?, ?, 1, ?, ?)""", UUID.randomUUID(), acme.id(), fired, fired, fired, it, business);
    }

    /** Digests to the reader that were delivered. */
    int sent() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT count(*) FROM digest JOIN intent ON episode_id = digest.id
                         WHERE email = :email AND state = 'DELIVERED'""").bind("email", ida).mapTo(int.class).one());
    }

    /** Messages to the reader that wait. */
    int waiting() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT count(*) FROM intent JOIN mailbox ON mailbox.id = mailbox_id
                         WHERE address = :email AND state = 'WAITING'""").bind("email", ida).mapTo(int.class).one());
    }

    /** The newest first: whether it begins where the subscription does, and whether it ends within the last day. */
    List<String> windows() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT concat(window_from = since, ' ', window_to > :recent)
                          FROM digest JOIN digest_subscription USING (email, topic)
                         WHERE email = :email ORDER BY window_to DESC""")
                .bind("email", ida)
                .bind("recent", now.minus(Duration.ofDays(1)))
                .mapTo(String.class)
                .list());
    }

    void sql(String sql, Object... values) {
        jdbi.useHandle(handle -> handle.execute(sql, values));
    }
}
