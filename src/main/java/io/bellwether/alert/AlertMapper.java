package io.bellwether.alert;

import io.bellwether.core.Dimension;
import io.bellwether.core.Tier;
import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.Suppression;
import io.bellwether.core.alert.mute.Silence;
import io.bellwether.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Reads an episode joined with its vendor's slug, tier and firing outages; the timeline comes separately. */
final class AlertMapper implements RowMapper<Alert> {

    private final EpisodeMapper episodes;
    private final Map<UUID, Silence> silences;

    /** @param silences those that are active */
    AlertMapper(Json json, Map<UUID, Silence> silences) {
        this.episodes = new EpisodeMapper(json);
        this.silences = silences;
    }

    @Override
    public Alert map(ResultSet row, StatementContext context) throws SQLException {
        StoredEpisode episode = episodes.map(row, context);
        Episode state = episode.state();
        List<UUID> outages = List.of((UUID[]) row.getArray("outages").getArray());
        Map<String, String> labels = labels(row, episode);
        return new Alert(
                episode.id(),
                row.getLong("number"),
                episode.fingerprint(),
                episode.subject().rule(),
                row.getString("slug"),
                labels,
                episode.dimension(),
                state.severity(),
                state.condition(),
                state.handling(),
                state.handlingUntil(),
                episode.handledBy(),
                row.getString("assignee"),
                suppressed(labels, episode.dimension(), outages),
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

    private List<String> suppressed(Map<String, String> labels, Dimension dimension, List<UUID> outages) {
        Stream<String> silenced = silences.entrySet().stream()
                .filter(silence -> silence.getValue().covers(labels))
                .map(silence -> "silence:" + silence.getKey())
                .sorted();
        return Stream.concat(Suppression.reasons(dimension, outages).stream(), silenced)
                .toList();
    }
}
