package io.bellwether.notify;

import io.bellwether.core.alert.Severity;
import io.bellwether.platform.Audit;
import io.bellwether.platform.Cursor;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The ledger: who was to be told what, and what came of it. */
@ApplicationScoped
public class Notifications {

    private final Ledger ledger;
    private final Jdbi jdbi;
    private final Audit audit;

    Notifications(Ledger ledger, Jdbi jdbi, Audit audit) {
        this.ledger = ledger;
        this.jdbi = jdbi;
        this.audit = audit;
    }

    /** Newest first. */
    @Transactional
    public Page<Notification> list(NotificationQuery query) {
        int limit = Page.limit(query.limit());
        List<Ledger.Line> lines = ledger.lines(query, limit + 1);
        Page<Ledger.Line> page = Page.of(lines, limit, line -> Cursor.of(line.sequence()));
        return new Page<>(ledger.withDeliveries(page.items()), page.next());
    }

    /** @throws Problem 404 */
    @Transactional
    public Notification require(UUID id) {
        return ledger.line(id)
                .map(line -> ledger.withDeliveries(List.of(line)).getFirst())
                .orElseThrow(() -> Problem.notFound("notification", id));
    }

    /**
     * Tries again what was given up, under its old id, so that a receiver which did get it can tell.
     *
     * @throws Problem 404, or 409 when it was not given up or its channel is gone
     */
    @Transactional
    public Notification replay(UUID id) {
        Notification given = require(id);
        if (given.state() != IntentState.DEAD) {
            throw Problem.conflict("/state", "Only what was given up can be replayed; this is " + given.state() + ".");
        }
        Severity severity = ledger.severity(id);
        int revived = jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE intent SET state = 'WAITING', attempts = 0, not_before = now(), finished_at = NULL,
                               reason = 'Replayed.', expires_at = now() + :seconds * interval '1 second'
                          FROM channel c
                         WHERE intent.id = :id AND state = 'DEAD' AND c.id = channel_id AND c.removed_at IS NULL""")
                .bind("seconds", Expiry.of(severity).toSeconds())
                .bind("id", id)
                .execute());
        if (revived == 0) {
            throw Problem.conflict("/channel", "The channel was removed; there is no way to send this.");
        }
        audit.record("notification.replay", "notification/" + id, Map.of("alert", given.alert()));
        return require(id);
    }
}
