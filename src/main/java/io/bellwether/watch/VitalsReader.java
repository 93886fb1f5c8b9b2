package io.bellwether.watch;

import io.bellwether.alert.AlertTransition;
import io.bellwether.alert.InternalRule;
import io.bellwether.core.watch.Vitals;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Reads how the work of all nodes goes, by the database's clock and across the packages' tables. */
@Singleton
class VitalsReader {

    /**
     * A location whose nodes are away holds up no other: what only it could see is missing from the verdicts, and not late.
     * Without any node everything is late.
     */
    private static final String EVALUATION = """
            WITH served AS (SELECT location FROM node WHERE seen_at > now() - interval '1 minute'),
            due AS (SELECT * FROM probe_schedule
                     WHERE location = '' OR location IN (SELECT location FROM served) OR NOT EXISTS (SELECT FROM served))
            SELECT (SELECT now() - min(next_due) FROM due) AS unclaimed,
                   (SELECT max(now() - lease.due_at - (longest_ms + 5000) * interval '1 millisecond')
                      FROM probe_lease lease JOIN due USING (probe_id, location)) AS unstored,
                   (SELECT now() - max(due_at) FROM probe_state JOIN due USING (probe_id)) AS since_result,
                   (SELECT min(every_ms) FROM probe_state JOIN due USING (probe_id)) * interval '1 millisecond'
                       AS shortest_interval
            """;

    /** News about late messages would keep themselves alive. */
    private static final String MESSAGES = """
            WITH news AS (
                SELECT now() - since AS age, severity FROM late_intent
                 WHERE NOT EXISTS (SELECT FROM alert_episode WHERE id = episode_id AND rule = :self))
            SELECT (SELECT now() - min(created_at) FROM outbox WHERE topic = :topic AND processed_at IS NULL) AS undispatched,
                   (SELECT now() - min(next_look) FROM mailbox m
                      JOIN channel c ON c.id = m.channel_id AND c.enabled AND c.removed_at IS NULL
                                    AND (c.paused_until IS NULL OR c.paused_until <= now())
                     WHERE next_look IS NOT NULL) AS unsent,
                   (SELECT now() - at FROM delivery_attempt ORDER BY id DESC LIMIT 1) AS since_attempt,
                   (SELECT max(age) FROM news WHERE severity = 'CRITICAL') AS oldest_critical,
                   (SELECT percentile_disc(0.99) WITHIN GROUP (ORDER BY age) FROM news) AS waiting_p99
            """;

    private final Jdbi jdbi;

    VitalsReader(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Vitals read() {
        return jdbi.withHandle(handle -> {
            Map<String, Duration> evaluation = durations(handle.createQuery(EVALUATION));
            Map<String, Duration> messages = durations(handle.createQuery(MESSAGES)
                    .bind("topic", AlertTransition.TOPIC)
                    .bind("self", InternalRule.OUTBOX_OLD.ruleName()));
            return new Vitals(
                    lag(evaluation, "unclaimed"),
                    lag(evaluation, "unstored"),
                    evaluation.get("since_result"),
                    evaluation.get("shortest_interval"),
                    lag(messages, "undispatched"),
                    lag(messages, "unsent"),
                    messages.get("since_attempt"),
                    lag(messages, "oldest_critical"),
                    lag(messages, "waiting_p99"));
        });
    }

    /** By the name of the column; those that are null are missing. */
    private static Map<String, Duration> durations(Query query) {
        Map<String, Duration> durations = new HashMap<>();
        query.mapToMap(Duration.class).one().forEach((name, lag) -> {
            if (lag != null) {
                durations.put(name, lag);
            }
        });
        return durations;
    }

    private static Duration lag(Map<String, Duration> durations, String name) {
        Duration lag = durations.getOrDefault(name, Duration.ZERO);
        return lag.isNegative() ? Duration.ZERO : lag;
    }
}
