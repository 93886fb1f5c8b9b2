package io.bellwether.notify.escalation;

import io.bellwether.platform.Ids;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** The table {@code escalation_policy}. */
@Singleton
class PolicyTable {

    private static final String SELECT = """
            SELECT id, name, position, matchers, plan::text AS plan, enabled, created_at, updated_at, version
              FROM escalation_policy
            """;

    private final Jdbi jdbi;
    private final Json json;

    PolicyTable(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** In the order in which they are looked at. */
    List<EscalationPolicy> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "ORDER BY position, name")
                .map((row, _) -> policy(row))
                .list());
    }

    /** Locked, so that nobody changes it between a look at its version and a write. */
    Optional<EscalationPolicy> lock(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .map((row, _) -> policy(row))
                .findOne());
    }

    boolean taken(String name, UUID except) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT FROM escalation_policy WHERE name = :name AND id <> :except)")
                .bind("name", name)
                .bind("except", except)
                .mapTo(boolean.class)
                .one());
    }

    UUID insert(NewPolicy policy, Instant now) {
        UUID id = Ids.next();
        jdbi.useHandle(
                handle -> values(policy, id, now, handle.createUpdate("""
                        INSERT INTO escalation_policy (id, name, position, matchers, plan, enabled, created_at, updated_at)
                        VALUES (:id, :name, :position, :matchers, :plan::jsonb, :enabled, :now, :now)""")).execute());
        return id;
    }

    void update(UUID id, NewPolicy policy, Instant now) {
        jdbi.useHandle(
                handle -> values(policy, id, now, handle.createUpdate("""
                        UPDATE escalation_policy SET name = :name, position = :position, matchers = :matchers,
                               plan = :plan::jsonb, enabled = :enabled, updated_at = :now, version = version + 1
                         WHERE id = :id""")).execute());
    }

    void delete(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM escalation_policy WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    private Update values(NewPolicy policy, UUID id, Instant now, Update update) {
        NewPolicy whole = policy.complete();
        return update.bind("id", id)
                .bind("name", whole.name())
                .bind("position", whole.position())
                .bindArray("matchers", String.class, whole.matchers())
                .bind("plan", json.write(whole.plan()))
                .bind("enabled", whole.enabled())
                .bind("now", now);
    }

    private EscalationPolicy policy(ResultSet row) throws SQLException {
        PlanDocument plan = json.read(row.getString("plan"), PlanDocument.class);
        return new EscalationPolicy(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getInt("position"),
                List.of((String[]) row.getArray("matchers").getArray()),
                plan.steps(),
                plan.repeats(),
                row.getBoolean("enabled"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
