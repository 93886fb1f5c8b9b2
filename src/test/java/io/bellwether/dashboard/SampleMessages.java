package io.bellwether.dashboard;

import io.bellwether.notify.Channels;
import io.bellwether.notify.NewChannel;
import io.bellwether.platform.Ids;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Lines of the ledger, written as the loop would have. */
@Singleton
class SampleMessages {

    private final Channels channels;
    private final Jdbi jdbi;

    SampleMessages(Channels channels, Jdbi jdbi) {
        this.channels = channels;
        this.jdbi = jdbi;
    }

    /** One that is over, through a channel of its own that is switched off. */
    UUID message(UUID alert, String state, String title, String reason) {
        UUID channel = channels.create(new NewChannel(
                        "slack",
                        "Sample " + UUID.randomUUID(),
                        Map.of("url", "https://127.0.0.1:1/x"),
                        null,
                        false,
                        null))
                .id();
        UUID id = Ids.next();
        UUID attempt = Ids.next();
        jdbi.useTransaction(handle -> {
            handle.execute("INSERT INTO mailbox (channel_id, address, lens) VALUES (?, '', 'BOTH')", channel);
            handle.execute("""
                    INSERT INTO alert_group (mailbox_id, key, interval_ms, repeat_ms)
                    SELECT id, 'sample', 1000, 86400000 FROM mailbox WHERE channel_id = ?""", channel);
            handle.execute(
                    "INSERT INTO notice (episode_id, transition, telling) VALUES (?, 1, jsonb_build_object('title', ?::text))",
                    alert,
                    title);
            handle.execute("""
                    INSERT INTO intent (id, episode_id, transition, mailbox_id, group_id, kind, severity, state, reason, attempts,
                                        expires_at, created_at, finished_at)
                    SELECT ?, ?, 1, mailbox_id, id, 'FIRING', 'WARNING', ?, ?, 1, now(), now(), now()
                      FROM alert_group WHERE mailbox_id = (SELECT id FROM mailbox WHERE channel_id = ?)""", id, alert, state, reason, channel);
            handle.execute(
                    "INSERT INTO delivery_attempt (id, at, outcome, detail, took_ms) VALUES (?, now(), 'REJECTED', ?, 12)",
                    attempt,
                    "400 " + title);
            handle.execute("INSERT INTO attempt_intent (attempt_id, intent_id) VALUES (?, ?)", attempt, id);
        });
        return id;
    }

    /** The alerts are none that the ledger knows of, so that its account would not be balanced. */
    void clear() {
        jdbi.useTransaction(handle -> {
            handle.execute("""
                    DELETE FROM attempt_intent WHERE intent_id IN (
                        SELECT intent.id FROM intent JOIN alert_group g ON g.id = group_id WHERE g.key = 'sample')""");
            handle.execute("DELETE FROM intent USING alert_group g WHERE g.id = group_id AND g.key = 'sample'");
        });
    }
}
