package io.bellwether.notify.escalation;

import static java.util.stream.Collectors.toMap;

import io.bellwether.core.alert.escalation.Escalation;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The tables {@code escalation} and {@code escalation_step}; whoever writes holds the alert's row. */
@Singleton
class EscalationTable {

    private static final String COLUMNS = """
            escalation.episode_id, policy_name, plan::text AS plan, round, next_step, due_at, left_ms, begun_at
            """;

    private final Jdbi jdbi;
    private final Json json;

    EscalationTable(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Unless the alert has one. */
    void insert(RunningEscalation begun) {
        jdbi.useHandle(handle -> state(begun, handle.createUpdate("""
                        INSERT INTO escalation (episode_id, policy_name, plan, round, next_step, due_at, left_ms, look_at,
                                                begun_at)
                        VALUES (:id, :name, :plan::jsonb, :round, :next, :due, :left, :due, :begun)
                        ON CONFLICT DO NOTHING"""))
                .bind("name", begun.policy())
                .bind("plan", json.write(begun.plan()))
                .bind("begun", begun.begunAt())
                .execute());
    }

    void update(RunningEscalation escalation) {
        jdbi.useHandle(handle -> state(escalation, handle.createUpdate("""
                        UPDATE escalation SET round = :round, next_step = :next, due_at = :due, left_ms = :left, look_at = :due
                         WHERE episode_id = :id""")).execute());
    }

    void lookAgain(UUID alert, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("UPDATE escalation SET look_at = :at WHERE episode_id = :id")
                .bind("at", at)
                .bind("id", alert)
                .execute());
    }

    /** Which have a step to take by then, the longest due first. */
    List<UUID> due(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT episode_id FROM escalation WHERE look_at <= :now ORDER BY look_at, episode_id LIMIT :most""")
                .bind("now", now)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** Locks it and its alert, when it is still due and neither is locked by anybody: waiting could end in a deadlock. */
    Optional<RunningEscalation> lockDue(UUID alert, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT " + COLUMNS + """
                          FROM escalation JOIN alert_episode ON alert_episode.id = escalation.episode_id
                         WHERE escalation.episode_id = :id AND look_at <= :now
                           FOR NO KEY UPDATE SKIP LOCKED""")
                .bind("id", alert)
                .bind("now", now)
                .map((row, _) -> escalation(row))
                .findOne());
    }

    /** By the alert's id; those that have none are missing. */
    Map<UUID, RunningEscalation> find(Collection<UUID> alerts) {
        return jdbi
                .withHandle(handle -> handle.createQuery(
                                "SELECT " + COLUMNS + " FROM escalation WHERE episode_id = ANY(:ids)")
                        .bindArray("ids", UUID.class, alerts)
                        .map((row, _) -> escalation(row))
                        .list())
                .stream()
                .collect(toMap(RunningEscalation::alert, Function.identity()));
    }

    /** A step is taken once, whoever else may think that it is his to take. */
    void take(UUID alert, int number, Instant at, String told) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO escalation_step (episode_id, number, taken_at, told) VALUES (:id, :number, :at, :told)""")
                .bind("id", alert)
                .bind("number", number)
                .bind("at", at)
                .bind("told", told)
                .execute());
    }

    List<EscalationView.Taken> taken(UUID alert) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT number, taken_at, told FROM escalation_step WHERE episode_id = :id ORDER BY number")
                .bind("id", alert)
                .map((row, _) -> new EscalationView.Taken(
                        row.getInt("number"),
                        row.getObject("taken_at", OffsetDateTime.class).toInstant(),
                        row.getString("told")))
                .list());
    }

    private static Update state(RunningEscalation escalation, Update update) {
        Escalation state = escalation.state();
        return update.bind("id", escalation.alert())
                .bind("round", state.round())
                .bind("next", state.next())
                .bind("due", state.dueAt())
                .bind("left", state.left() == null ? null : state.left().toMillis());
    }

    private RunningEscalation escalation(ResultSet row) throws SQLException {
        PlanDocument plan = json.read(row.getString("plan"), PlanDocument.class);
        Long left = row.getObject("left_ms", Long.class);
        Escalation state = new Escalation(
                plan.plan(),
                row.getInt("round"),
                row.getInt("next_step"),
                instant(row.getObject("due_at", OffsetDateTime.class)),
                left == null ? null : Duration.ofMillis(left));
        return new RunningEscalation(
                row.getObject("episode_id", UUID.class),
                row.getString("policy_name"),
                plan,
                state,
                row.getObject("begun_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
