package io.bellwether.notify;

import static java.util.stream.Collectors.toMap;

import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code notice}: what is told of changes, as it was worded when they happened. */
@Singleton
class Notices {

    private final Jdbi jdbi;
    private final Json json;

    Notices(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** What these intents tell, by the intent's id. */
    Map<UUID, Telling> of(Collection<UUID> intents) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT intent.id, telling::text AS telling FROM intent JOIN notice USING (episode_id, transition)
                         WHERE intent.id = ANY(:intents)""")
                .bindArray("intents", UUID.class, intents)
                .collectRows(toMap(
                        row -> row.getColumn("id", UUID.class),
                        row -> telling(row.getColumn("telling", String.class)))));
    }

    /** Of those intents that stand in for one of a broken channel, that channel's name. */
    Map<UUID, String> insteadOf(Collection<UUID> intents) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT intent.id, channel.name
                          FROM intent JOIN intent AS given ON given.id = intent.instead_of
                          JOIN mailbox ON mailbox.id = given.mailbox_id JOIN channel ON channel.id = mailbox.channel_id
                         WHERE intent.id = ANY(:intents)""")
                .bindArray("intents", UUID.class, intents)
                .collectRows(
                        toMap(row -> row.getColumn("id", UUID.class), row -> row.getColumn("name", String.class))));
    }

    /** How the alert's begin was worded. */
    Telling begin(UUID episode) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT telling::text FROM notice WHERE episode_id = :episode ORDER BY transition LIMIT 1")
                .bind("episode", episode)
                .mapTo(String.class)
                .map(this::telling)
                .one());
    }

    /** The newest of what a mailbox has been told of each of these alerts. */
    List<Telling> lastTold(long mailbox, Collection<UUID> episodes) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT ON (episode_id) telling::text FROM (
                            SELECT episode_id, sequence, telling
                              FROM intent JOIN notice USING (episode_id, transition)
                             WHERE mailbox_id = :mailbox AND episode_id = ANY(:episodes)
                               AND state IN ('DELIVERED', 'DEAD')) AS told
                         ORDER BY episode_id, sequence DESC""")
                .bind("mailbox", mailbox)
                .bindArray("episodes", UUID.class, episodes)
                .mapTo(String.class)
                .map(this::telling)
                .list());
    }

    private Telling telling(String json) {
        return this.json.read(json, Telling.class);
    }
}
