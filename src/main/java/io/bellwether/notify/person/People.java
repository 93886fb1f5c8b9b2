package io.bellwether.notify.person;

import io.bellwether.core.alert.mute.QuietHours;
import io.bellwether.platform.Audit;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The people of whom more is known than an address. */
@ApplicationScoped
public class People {

    private final Jdbi jdbi;
    private final Json json;
    private final Audit audit;
    private final Event<QuietHoursChanged> quiet;

    People(Jdbi jdbi, Json json, Audit audit, Event<QuietHoursChanged> quiet) {
        this.jdbi = jdbi;
        this.json = json;
        this.audit = audit;
        this.quiet = quiet;
    }

    /** In the order of their addresses. */
    public List<Person> list() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT email, quiet_hours::text AS quiet_hours, slack_user, updated_at, version FROM person ORDER BY email")
                .map((row, _) -> person(row))
                .list());
    }

    public Optional<Person> find(String email) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT email, quiet_hours::text AS quiet_hours, slack_user, updated_at, version FROM person
                         WHERE email = :email""")
                .bind("email", EmailAddress.key(email))
                .map((row, _) -> person(row))
                .findOne());
    }

    /** When this person is not to be disturbed; empty when at any time. */
    public Optional<QuietHours> quietHours(String email) {
        return find(email).map(Person::quietHours).map(QuietTimes::hours);
    }

    /** The address of whom Slack knows by this id. */
    public Optional<String> bySlackUser(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT email FROM person WHERE slack_user = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
    }

    /**
     * Makes the person known or changes what is known.
     *
     * @throws Problem 400 naming the wrong field, 409 when somebody else has this id in Slack, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    public Person put(String email, @Nullable String ifMatch, NewPerson values) {
        String key = EmailAddress.checked(email, "email");
        find(key).ifPresent(known -> ETags.check(ifMatch, known.version()));
        refuseTaken(key, values.slackUser());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO person (email, quiet_hours, slack_user, updated_at)
                        VALUES (:email, :quiet::jsonb, :slack, now())
                        ON CONFLICT (email) DO UPDATE
                           SET quiet_hours = excluded.quiet_hours, slack_user = excluded.slack_user, updated_at = now(), version = person.version + 1""")
                .bind("email", key)
                .bind("quiet", values.quietHours() == null ? null : json.write(values.quietHours()))
                .bind("slack", values.slackUser())
                .execute());
        audit.record("person.put", "person/" + key, json.toMap(values));
        quiet.fire(new QuietHoursChanged());
        return find(key).orElseThrow();
    }

    /** Forgets everything but the address, which others may know; also which digests were asked for. */
    @Transactional
    public void forget(String email) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM person WHERE email = :email")
                .bind("email", EmailAddress.key(email))
                .execute());
        audit.record("person.forget", "person/" + EmailAddress.key(email), Map.of());
        quiet.fire(new QuietHoursChanged());
    }

    private void refuseTaken(String key, @Nullable String slackUser) {
        if (slackUser != null
                && bySlackUser(slackUser).filter(other -> !other.equals(key)).isPresent()) {
            throw Problem.conflict("/slackUser", "Somebody else is " + slackUser + " in Slack already.");
        }
    }

    private Person person(ResultSet row) throws SQLException {
        String quiet = row.getString("quiet_hours");
        return new Person(
                row.getString("email"),
                quiet == null ? null : json.read(quiet, QuietTimes.class),
                row.getString("slack_user"),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
