package io.bellwether.notify;

import io.bellwether.platform.Audit;
import io.bellwether.platform.Cursor;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger: who was to be told what, and what came of it. */
@ApplicationScoped
public class Notifications {

    private static final int PAGE = 200;
    private static final int MOST_REPLAYS = 1_000;
    private static final Duration LONGEST_ACCOUNT = Duration.ofDays(31);

    private final Ledger ledger;
    private final Replays replays;
    private final Account accounts;
    private final Audit audit;
    private final Clock clock;

    Notifications(Ledger ledger, Replays replays, Account accounts, Audit audit, Clock clock) {
        this.ledger = ledger;
        this.replays = replays;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
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
     * @throws Problem 404, or 409 when it was not given up, is a digest, or its channel is gone
     */
    @Transactional
    public Notification replay(UUID id) {
        Notification given = require(id);
        if (given.state() != IntentState.DEAD) {
            throw Problem.conflict("/state", "Only what was given up can be replayed; this is " + given.state() + ".");
        }
        Replays.Obstacle obstacle = replays.revive(id);
        switch (obstacle) {
            case CHANNEL_REMOVED -> throw Problem.conflict("/channel", obstacle.text());
            case DIGEST -> throw Problem.conflict("/kind", obstacle.text());
            case TOLD_SINCE, TOLD_INSTEAD -> throw Problem.conflict("/state", obstacle.text());
            case NONE -> {}
        }
        audit.record("notification.replay", "notification/" + id, Map.of("alert", given.alert()));
        return require(id);
    }

    /**
     * Tries again all that was given up and matches, each under its old id and by itself: what cannot be tried again does not
     * keep the others from it.
     *
     * @throws Problem 400 when the time ends before it begins
     */
    public ReplayResult replay(ReplayRequest wanted) {
        if (wanted.from() != null && wanted.to() != null && !wanted.from().isBefore(wanted.to())) {
            throw Problem.invalid("/to", "Must be after from.");
        }
        int replayed = 0;
        List<ReplayResult.Refused> refused = new ArrayList<>();
        List<Replays.Dead> page = replays.dead(wanted, 0, PAGE);
        while (!page.isEmpty() && replayed < MOST_REPLAYS) {
            for (Replays.Dead dead : page) {
                Replays.Obstacle obstacle = QuarkusTransaction.requiringNew().call(() -> replays.revive(dead.id()));
                if (obstacle == Replays.Obstacle.NONE) {
                    replayed++;
                } else if (refused.size() < PAGE) {
                    refused.add(new ReplayResult.Refused(dead.id(), obstacle.text()));
                }
            }
            page = replays.dead(wanted, page.getLast().sequence(), PAGE);
        }
        audit.record("notification.replay-all", "notifications", Map.of("wanted", wanted, "replayed", replayed));
        return new ReplayResult(replayed, refused, !page.isEmpty());
    }

    /**
     * Proves that every transition of a time was told or is accounted for.
     *
     * @param from a day before the end when null
     * @param to exclusive; now when null
     * @throws Problem 400 when that is no time, or more than 31 days
     */
    public LedgerReport account(@Nullable Instant from, @Nullable Instant to) {
        Instant end = Objects.requireNonNullElse(to, clock.instant());
        Instant begin = Objects.requireNonNullElse(from, end.minus(Duration.ofDays(1)));
        if (!begin.isBefore(end)) {
            throw Problem.invalid("from", "Must be before to.");
        }
        if (begin.plus(LONGEST_ACCOUNT).isBefore(end)) {
            throw Problem.invalid("from", "Must be at most " + LONGEST_ACCOUNT.toDays() + " days before to.");
        }
        return accounts.between(begin, end);
    }
}
