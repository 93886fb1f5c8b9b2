package io.bellwether.notify.digest;

import io.bellwether.core.Voices;
import io.bellwether.core.schedule.Edition;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code digest}: what was made, for whom, and about which time. Whoever writes holds the subscription. */
@Singleton
class DigestTable {

    private static final String SELECT = """
            SELECT digest.*, intent.state, intent.reason, (notice.telling -> 'text')::text AS text
              FROM digest LEFT JOIN intent ON intent.episode_id = digest.id
                          LEFT JOIN notice ON notice.episode_id = digest.id
            """;

    private final Jdbi jdbi;
    private final Json json;

    DigestTable(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** The newest of a subscription. */
    Optional<PastDigest> last(Subscription subscription) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                         WHERE email = :email AND topic = :topic AND window_from >= :since
                         ORDER BY window_to DESC LIMIT 1""")
                .bind("email", subscription.email())
                .bind("topic", subscription.topic().name())
                .bind("since", subscription.since())
                .map((row, _) -> digest(row))
                .findOne());
    }

    /** One of an id is made once, whoever else may think that it is his to make. */
    void insert(UUID id, Subscription subscription, Edition edition, String title, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO digest (id, email, topic, window_from, window_to, title, created_at)
                        VALUES (:id, :email, :topic, :from, :to, :title, :now)""")
                .bind("id", id)
                .bind("email", subscription.email())
                .bind("topic", subscription.topic().name())
                .bind("from", edition.from())
                .bind("to", edition.to())
                .bind("title", title)
                .bind("now", now)
                .execute());
    }

    /** Newest first. */
    List<PastDigest> list(String email, Instant before, String beforeTopic, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                         WHERE email = :email AND (window_to, topic) < (:before, :topic)
                         ORDER BY window_to DESC, topic DESC LIMIT :rows""")
                .bind("email", email)
                .bind("before", before)
                .bind("topic", beforeTopic)
                .bind("rows", rows)
                .map((row, _) -> digest(row))
                .list());
    }

    private PastDigest digest(ResultSet row) throws SQLException {
        @Nullable String state = row.getString("state");
        @Nullable String text = row.getString("text");
        return new PastDigest(
                row.getObject("id", UUID.class),
                row.getString("email"),
                Topic.valueOf(row.getString("topic")),
                row.getObject("window_from", OffsetDateTime.class).toInstant(),
                row.getObject("window_to", OffsetDateTime.class).toInstant(),
                DigestState.of(state),
                Objects.requireNonNullElse(row.getString("reason"), ""),
                row.getString("title"),
                text == null ? null : json.read(text, Voices.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
