package io.bellwether.alert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.bellwether.alert.SlownessJudge.Answer;
import io.bellwether.core.Outcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The last good answers of several probes in one query, whichever node got them. */
@Singleton
class RecentAnswers {

    /** Far enough for five answers of the slowest interval that makes sense, near enough to open few partitions. */
    private static final Duration REACH = Duration.ofDays(2);

    private record Row(UUID probeId, Answer answer) {}

    private final Jdbi jdbi;

    RecentAnswers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** At most {@value SlownessJudge#WINDOW} of each probe, newest first. */
    Map<UUID, List<Answer>> of(Collection<UUID> probes, Instant upTo) {
        if (probes.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT probe.id, answer.outcome, answer.duration_ms
                          FROM unnest(:probes) AS probe (id) CROSS JOIN LATERAL (
                               SELECT due_at, outcome, duration_ms FROM observation
                                WHERE probe_id = probe.id AND due_at >= :from AND due_at <= :to
                                  AND outcome IN ('UP', 'DEGRADED')
                                ORDER BY due_at DESC LIMIT :window) AS answer
                         ORDER BY probe.id, answer.due_at DESC""")
                .bindArray("probes", UUID.class, probes.toArray())
                .bind("from", upTo.minus(REACH))
                .bind("to", upTo)
                .bind("window", SlownessJudge.WINDOW)
                .map((row, context) -> new Row(
                        row.getObject("id", UUID.class),
                        new Answer(Outcome.valueOf(row.getString("outcome")), row.getDouble("duration_ms"))))
                .collect(groupingBy(Row::probeId, mapping(Row::answer, toList()))));
    }
}
