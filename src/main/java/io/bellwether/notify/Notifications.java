package io.bellwether.notify;

import io.bellwether.platform.Audit;
import io.bellwether.platform.Cursor;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ledger: who was to be told what, and what came of it. */
@ApplicationScoped
public class Notifications {

    private final Ledger ledger;
    private final Replays replays;
    private final Audit audit;

    Notifications(Ledger ledger, Replays replays, Audit audit) {
        this.ledger = ledger;
        this.replays = replays;
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
        switch (replays.revive(id)) {
            case CHANNEL_REMOVED ->
                throw Problem.conflict("/channel", "The channel was removed; there is no way to send this.");
            case TOLD_SINCE ->
                throw Problem.conflict("/state", "Later news of the same alert has arrived; there is nothing to add.");
            case NONE -> {}
        }
        audit.record("notification.replay", "notification/" + id, Map.of("alert", given.alert()));
        return require(id);
    }
}
