package io.bellwether.alert;

import io.bellwether.core.Tier;
import io.bellwether.core.alert.Episode;
import io.bellwether.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an episode joined with its vendor's slug and tier; timeline and suppression come separately. */
final class AlertMapper implements RowMapper<Alert> {

    private final EpisodeMapper episodes;

    AlertMapper(Json json) {
        this.episodes = new EpisodeMapper(json);
    }

    @Override
    public Alert map(ResultSet row, StatementContext context) throws SQLException {
        StoredEpisode episode = episodes.map(row, context);
        Episode state = episode.state();
        return new Alert(
                episode.id(),
                row.getLong("number"),
                episode.fingerprint(),
                episode.subject().rule(),
                row.getString("slug"),
                labels(row, episode),
                episode.dimension(),
                state.severity(),
                state.condition(),
                state.handling(),
                state.handlingUntil(),
                episode.handledBy(),
                row.getString("assignee"),
                List.of(),
                state.startedAt(),
                state.firedAt(),
                state.resolvedAt(),
                episode.facts(),
                episode.text(),
                List.of(),
                row.getInt("version"));
    }

    private static Map<String, String> labels(ResultSet row, StoredEpisode episode) throws SQLException {
        if (episode.subject().registered() == null) {
            return AlertLabels.internal(episode);
        }
        if (episode.subject().rule().equals(BuiltInRule.EXTERNAL_ALERT.ruleName())) {
            return AlertLabels.pushed(episode.facts());
        }
        return AlertLabels.of(
                episode.subject(),
                row.getString("slug"),
                Tier.valueOf(row.getString("tier")),
                episode.dimension(),
                episode.state().severity());
    }
}
