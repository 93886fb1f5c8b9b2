package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * Deletes the ledger of alerts that have been over for long, with their escalations, and old digests: all of an alert or
 * nothing, a few alerts in each transaction, and nothing that a claim would lock.
 */
@Singleton
class LedgerRetention {

    static final int BATCH = 1_000;

    private final Jdbi jdbi;
    private final Clock clock;
    private final NotifySettings settings;

    LedgerRetention(Jdbi jdbi, Clock clock, NotifySettings settings) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.settings = settings;
    }

    private record Place(long sequence, UUID episode) {}

    @Scheduled(identity = "ledger-retention", cron = "0 31 3 * * ?")
    @Nonconcurrent
    void run() {
        Instant before = clock.instant().minus(settings.retention());
        List<Place> page = page(0, before);
        while (!page.isEmpty()) {
            List<UUID> episodes = page.stream().map(Place::episode).distinct().toList();
            jdbi.useTransaction(handle -> deleteOver(handle, episodes, before));
            page = page(page.getLast().sequence, before);
        }
        until("""
                DELETE FROM outbox WHERE id IN (
                    SELECT id FROM outbox WHERE topic = :topic AND created_at < :before AND processed_at IS NOT NULL
                       AND NOT EXISTS (SELECT FROM notice WHERE episode_id::text = payload ->> 'episodeId')
                     LIMIT :batch FOR UPDATE SKIP LOCKED)""", before);
        until("""
                DELETE FROM alert_group WHERE id IN (
                    SELECT id FROM alert_group AS idle WHERE next_look IS NULL AND (told_at IS NULL OR told_at < :before)
                       AND NOT EXISTS (SELECT FROM intent WHERE group_id = idle.id)
                     LIMIT :batch FOR UPDATE SKIP LOCKED)""", before);
        until("""
                DELETE FROM escalation WHERE episode_id IN (
                    SELECT episode_id FROM escalation AS old WHERE begun_at < :before
                       AND NOT EXISTS (SELECT FROM alert_episode WHERE id = old.episode_id AND condition <> 'RESOLVED')
                       AND NOT EXISTS (SELECT FROM intent WHERE episode_id = old.episode_id)
                     LIMIT :batch FOR UPDATE SKIP LOCKED)""", before);
        // The newest of a subscription tells where the next begins.
        until("""
                DELETE FROM digest WHERE id IN (
                    SELECT id FROM digest AS old WHERE created_at < :before
                       AND NOT EXISTS (SELECT FROM intent WHERE episode_id = old.id)
                       AND (EXISTS (SELECT FROM digest AS newer WHERE newer.email = old.email AND newer.topic = old.topic
                                       AND newer.window_to > old.window_to)
                            OR NOT EXISTS (SELECT FROM digest_subscription AS wanted
                                            WHERE wanted.email = old.email AND wanted.topic = old.topic))
                     LIMIT :batch FOR UPDATE SKIP LOCKED)""", before);
    }

    /** The oldest intents behind this one. */
    private List<Place> page(long after, Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT sequence, episode_id FROM intent WHERE sequence > :after AND created_at < :before
                         ORDER BY sequence LIMIT :batch""")
                .bind("after", after)
                .bind("before", before)
                .bind("batch", BATCH)
                .map((row, _) -> new Place(row.getLong("sequence"), row.getObject("episode_id", UUID.class)))
                .list());
    }

    /** An alert that goes on is still to be told to those who know of its begin. */
    private static void deleteOver(Handle handle, List<UUID> episodes, Instant before) {
        List<UUID> over = handle.createQuery("""
                        SELECT DISTINCT episode FROM unnest(:episodes) AS episode
                         WHERE NOT EXISTS (SELECT FROM alert_episode WHERE id = episode AND condition <> 'RESOLVED')
                           AND NOT EXISTS (SELECT FROM intent WHERE episode_id = episode
                                              AND (finished_at IS NULL OR finished_at >= :before))""")
                .bindArray("episodes", UUID.class, episodes)
                .bind("before", before)
                .mapTo(UUID.class)
                .list();
        List<UUID> attempts = handle.createQuery("""
                        DELETE FROM attempt_intent USING intent
                         WHERE intent_id = intent.id AND episode_id = ANY (:over) RETURNING attempt_id""")
                .bindArray("over", UUID.class, over)
                .mapTo(UUID.class)
                .list();
        handle.createUpdate("""
                        DELETE FROM delivery_attempt AS attempt WHERE id = ANY (:attempts)
                           AND NOT EXISTS (SELECT FROM attempt_intent WHERE attempt_id = attempt.id)""").bindArray("attempts", UUID.class, attempts).execute();
        List.of("intent", "notice")
                .forEach(table -> handle.createUpdate("DELETE FROM " + table + " WHERE episode_id = ANY (:over)")
                        .bindArray("over", UUID.class, over)
                        .execute());
    }

    /** As often as it finds something. */
    private void until(String sql, Instant before) {
        int deleted = BATCH;
        while (deleted == BATCH) {
            deleted = jdbi.inTransaction(handle -> handle.createUpdate(sql)
                    .configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true))
                    .bind("topic", AlertTransition.TOPIC)
                    .bind("before", before)
                    .bind("batch", BATCH)
                    .execute());
        }
    }
}
