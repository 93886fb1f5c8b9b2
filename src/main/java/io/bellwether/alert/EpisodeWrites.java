package io.bellwether.alert;

import io.bellwether.alert.Alert.TimelineEntry;
import io.bellwether.core.alert.Episode;
import io.bellwether.platform.EachRow;
import io.bellwether.platform.Ids;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** Writes episodes whose lock the running transaction holds, and their timelines. */
@Singleton
class EpisodeWrites {

    private final Jdbi jdbi;
    private final Json json;

    EpisodeWrites(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** What happened to an episode. */
    record Noted(UUID episode, TimelineEntry entry) {}

    /** False when another node has just opened an episode of this subject. */
    boolean insert(StoredEpisode episode) {
        return !insert(List.of(episode)).isEmpty();
    }

    /** The ids of those that were written; of the subjects of the others another node has just opened episodes. */
    Set<UUID> insert(List<StoredEpisode> episodes) {
        EachRow.execute(
                jdbi,
                """
                        INSERT INTO alert_episode (id, rule, vendor_id, sub_key, fingerprint, dimension, severity,
                            condition, handling, handling_until, handled_by, handled_at, started_at, fired_at, resolved_at,
                            recent, good_streak, transitions, last_event_at, stability, facts, text_it, text_marketing)
                        VALUES (:id, :rule, :vendor, :key, :fingerprint, :dimension, :severity,
                            :condition, :handling, :handlingUntil, :handledBy, :handledAt, :startedAt, :firedAt, :resolvedAt,
                            :recent::jsonb, :goodStreak, :transitions, :lastEventAt, :stability::jsonb,
                            :facts::jsonb, :textIt, :textMarketing)
                        ON CONFLICT (rule, vendor_id, sub_key) WHERE condition <> 'RESOLVED' DO NOTHING""",
                episodes,
                (insert, episode) -> values(episode, insert)
                        .bind("rule", episode.subject().rule())
                        .bind("vendor", episode.subject().registered())
                        .bind("key", episode.subject().key())
                        .bind("fingerprint", episode.fingerprint())
                        .bind("dimension", episode.dimension().name())
                        .bind("startedAt", episode.state().startedAt()));
        return jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM alert_episode WHERE id = ANY (:ids)")
                .bindArray(
                        "ids",
                        UUID.class,
                        episodes.stream().map(StoredEpisode::id).toList())
                .mapTo(UUID.class)
                .set());
    }

    void update(StoredEpisode episode) {
        update(List.of(episode));
    }

    void update(List<StoredEpisode> episodes) {
        EachRow.execute(jdbi, """
                        UPDATE alert_episode SET severity = :severity, condition = :condition, handling = :handling,
                            handling_until = :handlingUntil, handled_by = :handledBy, handled_at = :handledAt,
                            fired_at = :firedAt, resolved_at = :resolvedAt, recent = :recent::jsonb,
                            good_streak = :goodStreak, transitions = :transitions, last_event_at = :lastEventAt,
                            stability = :stability::jsonb, facts = :facts::jsonb, text_it = :textIt,
                            text_marketing = :textMarketing, version = version + 1
                         WHERE id = :id""", episodes, (update, episode) -> values(episode, update));
    }

    void assign(UUID id, @Nullable String assignee) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE alert_episode SET assignee = :assignee, version = version + 1 WHERE id = :id")
                .bind("assignee", assignee)
                .bind("id", id)
                .execute());
    }

    /** Forgets an episode nobody was told of. */
    void deletePending(UUID id) {
        jdbi.useHandle(
                handle -> handle.createUpdate("DELETE FROM alert_episode WHERE id = :id AND condition = 'PENDING'")
                        .bind("id", id)
                        .execute());
    }

    /**
     * Makes brief interruptions of episodes nobody was told of.
     *
     * @param passed when each was over
     */
    void passPending(Map<UUID, Instant> passed) {
        EachRow.execute(
                jdbi,
                """
                        WITH passed AS (DELETE FROM alert_episode WHERE id = :id AND condition = 'PENDING' RETURNING *)
                        INSERT INTO brief_interruption (id, vendor_id, rule, sub_key, dimension, severity, started_at, ended_at)
                        SELECT id, vendor_id, rule, sub_key, dimension, severity, started_at, :ended FROM passed
                         WHERE vendor_id IS NOT NULL""",
                passed.entrySet(),
                (pass, one) -> pass.bind("id", one.getKey()).bind("ended", one.getValue()));
    }

    void timeline(List<Noted> noted) {
        EachRow.execute(
                jdbi,
                """
                        INSERT INTO alert_timeline (id, episode_id, at, kind, actor, text)
                        VALUES (:id, :episode, :at, :kind, :actor, :text)""",
                noted,
                (insert, one) -> insert.bind("id", Ids.next())
                        .bind("episode", one.episode())
                        .bind("at", one.entry().at())
                        .bind("kind", one.entry().kind())
                        .bind("actor", one.entry().actor())
                        .bind("text", one.entry().text()));
    }

    private PreparedBatch values(StoredEpisode episode, PreparedBatch statement) {
        Episode state = episode.state();
        return statement
                .bind("id", episode.id())
                .bind("severity", state.severity().name())
                .bind("condition", state.condition().name())
                .bind("handling", state.handling().name())
                .bind("handlingUntil", state.handlingUntil())
                .bind("handledBy", episode.handledBy())
                .bind("handledAt", episode.handledAt())
                .bind("firedAt", state.firedAt())
                .bind("resolvedAt", state.resolvedAt())
                .bind("recent", json.write(state.recent()))
                .bind("goodStreak", state.goodStreak())
                .bind("transitions", state.transitions())
                .bind("lastEventAt", state.lastEventAt())
                .bind("stability", json.write(state.stability()))
                .bind("facts", json.write(episode.facts()))
                .bind("textIt", episode.text().it())
                .bind("textMarketing", episode.text().marketing());
    }
}
