package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code campaign_raise}, and the episodes it is about. */
@Singleton
class RaisedEpisodes {

    private final Jdbi jdbi;
    private final EpisodeMapper mapper;

    RaisedEpisodes(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.mapper = new EpisodeMapper(json);
    }

    /** @param own what its severity would be without a campaign; an earlier word stands */
    void add(UUID episode, Severity own) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO campaign_raise (episode_id, severity) VALUES (:episode, :severity)
                        ON CONFLICT (episode_id) DO NOTHING""")
                .bind("episode", episode)
                .bind("severity", own.name())
                .execute());
    }

    void remove(UUID episode) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM campaign_raise WHERE episode_id = :episode")
                .bind("episode", episode)
                .execute());
    }

    /** Those of these vendors that are told and are no more than warnings. */
    List<StoredEpisode> lockWarnings(Collection<UUID> vendors) {
        if (vendors.isEmpty()) {
            return List.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM alert_episode
                         WHERE vendor_id = ANY (:vendors) AND severity = 'WARNING' AND condition IN ('FIRING', 'RECOVERING')
                         ORDER BY id FOR NO KEY UPDATE""")
                .bindArray("vendors", UUID.class, vendors.toArray())
                .map(mapper)
                .list());
    }

    /** Those that were raised, but of other vendors than these, and what their severity would be. */
    Map<StoredEpisode, Severity> lockRaised(Collection<UUID> vendors) {
        Map<StoredEpisode, Severity> found = new LinkedHashMap<>();
        jdbi.useHandle(handle -> handle.createQuery("""
                        SELECT episode.*, raise.severity AS own_severity
                          FROM campaign_raise raise JOIN alert_episode episode ON episode.id = raise.episode_id
                         WHERE vendor_id <> ALL (:vendors) ORDER BY episode.id FOR NO KEY UPDATE OF episode""")
                .bindArray("vendors", UUID.class, vendors.toArray())
                .map((row, context) ->
                        Map.entry(mapper.map(row, context), Severity.valueOf(row.getString("own_severity"))))
                .forEach(entry -> found.put(entry.getKey(), entry.getValue())));
        return found;
    }
}
