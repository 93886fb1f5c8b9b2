package io.bellwether.alert;

import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.Suppression;
import io.bellwether.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an episode joined with its vendor's slug and firing outages; the timeline comes separately. */
final class AlertMapper implements RowMapper<Alert> {

    private final EpisodeMapper episodes;

    AlertMapper(Json json) {
        this.episodes = new EpisodeMapper(json);
    }

    @Override
    public Alert map(ResultSet row, StatementContext context) throws SQLException {
        StoredEpisode episode = episodes.map(row, context);
        Episode state = episode.state();
        List<UUID> outages = List.of((UUID[]) row.getArray("outages").getArray());
        return new Alert(
                episode.id(),
                row.getLong("number"),
                episode.fingerprint(),
                episode.subject().rule(),
                row.getString("slug"),
                episode.dimension(),
                state.severity(),
                state.condition(),
                state.handling(),
                state.handlingUntil(),
                episode.handledBy(),
                Suppression.reasons(episode.dimension(), outages),
                state.startedAt(),
                state.firedAt(),
                state.resolvedAt(),
                episode.facts(),
                episode.text(),
                List.of(),
                row.getInt("version"));
    }
}
