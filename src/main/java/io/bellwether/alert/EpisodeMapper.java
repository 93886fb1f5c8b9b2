package io.bellwether.alert;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.Sample;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Stability;
import io.bellwether.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads rows of {@code alert_episode}. */
final class EpisodeMapper implements RowMapper<StoredEpisode> {

    private final Json json;

    EpisodeMapper(Json json) {
        this.json = json;
    }

    @Override
    public StoredEpisode map(ResultSet row, StatementContext context) throws SQLException {
        return new StoredEpisode(
                row.getObject("id", UUID.class),
                new Subject(row.getString("rule"), vendor(row), row.getString("sub_key")),
                row.getString("fingerprint"),
                Dimension.valueOf(row.getString("dimension")),
                state(row),
                row.getString("handled_by"),
                instant(row, "handled_at"),
                json.map(row.getString("facts")),
                new Voices(row.getString("text_it"), row.getString("text_marketing")));
    }

    private static UUID vendor(ResultSet row) throws SQLException {
        UUID registered = row.getObject("vendor_id", UUID.class);
        return registered == null ? Bellwether.ID : registered;
    }

    private Episode state(ResultSet row) throws SQLException {
        return new Episode(
                Condition.valueOf(row.getString("condition")),
                Severity.valueOf(row.getString("severity")),
                Handling.valueOf(row.getString("handling")),
                instant(row, "handling_until"),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "fired_at"),
                instant(row, "resolved_at"),
                List.of(json.read(row.getString("recent"), Sample[].class)),
                row.getInt("good_streak"),
                row.getInt("transitions"),
                row.getTimestamp("last_event_at").toInstant(),
                stability(row.getString("stability")));
    }

    private Stability stability(@Nullable String stored) {
        return stored == null ? Stability.STEADY : json.read(stored, Stability.class);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}
