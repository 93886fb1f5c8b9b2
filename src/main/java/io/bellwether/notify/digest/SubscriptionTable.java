package io.bellwether.notify.digest;

import io.bellwether.notify.Audience;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code digest_subscription}. */
@Singleton
class SubscriptionTable {

    private final Jdbi jdbi;

    SubscriptionTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** What identifies one. */
    record Key(String email, Topic topic) {}

    List<Subscription> of(String email) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM digest_subscription WHERE email = :email ORDER BY topic")
                        .bind("email", email)
                        .map((row, _) -> subscription(row))
                        .list());
    }

    /** Locked, so that nobody makes a digest meanwhile. */
    Optional<Subscription> lock(Key key) {
        return found(key, "FOR UPDATE");
    }

    /** Locked, unless somebody else is at it. */
    Optional<Subscription> lockFree(Key key) {
        return found(key, "FOR UPDATE SKIP LOCKED");
    }

    /** Those to look at by then. */
    List<Key> due(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT email, topic FROM digest_subscription WHERE next_look <= :now ORDER BY next_look, email, topic""")
                .bind("now", now)
                .map((row, _) -> new Key(row.getString("email"), Topic.valueOf(row.getString("topic"))))
                .list());
    }

    /** The person becomes known where he was not. */
    void put(Subscription values) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("INSERT INTO person (email, updated_at) VALUES (:email, now()) ON CONFLICT DO NOTHING")
                    .bind("email", values.email())
                    .execute();
            handle.createUpdate("""
                            INSERT INTO digest_subscription (email, topic, days, day_of_month, at, zone, lens, even_if_empty, since,
                                                             next_look, updated_at)
                            VALUES (:email, :topic, :days, :dayOfMonth, :at, :zone, :lens, :evenIfEmpty, :since, :next, :updated)
                            ON CONFLICT (email, topic) DO UPDATE
                               SET days = excluded.days, day_of_month = excluded.day_of_month, at = excluded.at,
                                   zone = excluded.zone, lens = excluded.lens, even_if_empty = excluded.even_if_empty,
                                   next_look = excluded.next_look, updated_at = excluded.updated_at,
                                   version = digest_subscription.version + 1""")
                    .bind("email", values.email())
                    .bind("topic", values.topic().name())
                    .bindArray("days", String.class, names(values.days()))
                    .bind("dayOfMonth", values.dayOfMonth())
                    .bind("at", values.at())
                    .bind("zone", values.timeZone())
                    .bind("lens", values.lens().name())
                    .bind("evenIfEmpty", values.evenIfEmpty())
                    .bind("since", values.since())
                    .bind("next", values.nextAt())
                    .bind("updated", values.updatedAt())
                    .execute();
        });
    }

    void lookAt(Key key, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE digest_subscription SET next_look = :at WHERE email = :email AND topic = :topic")
                .bind("at", at)
                .bind("email", key.email)
                .bind("topic", key.topic.name())
                .execute());
    }

    boolean delete(Key key) {
        return jdbi.withHandle(
                handle -> handle.createUpdate("DELETE FROM digest_subscription WHERE email = :email AND topic = :topic")
                                .bind("email", key.email)
                                .bind("topic", key.topic.name())
                                .execute()
                        > 0);
    }

    private Optional<Subscription> found(Key key, String lock) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM digest_subscription WHERE email = :email AND topic = :topic " + lock)
                .bind("email", key.email)
                .bind("topic", key.topic.name())
                .map((row, _) -> subscription(row))
                .findOne());
    }

    private static Collection<String> names(@Nullable Set<DayOfWeek> days) {
        return days == null ? List.of() : days.stream().map(DayOfWeek::name).toList();
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("days").getArray();
        Set<DayOfWeek> days = Arrays.stream(names)
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        return new Subscription(
                row.getString("email"),
                Topic.valueOf(row.getString("topic")),
                days.isEmpty() ? null : days,
                days.isEmpty() ? Objects.requireNonNull(row.getObject("day_of_month", Integer.class)) : null,
                row.getObject("at", LocalTime.class),
                row.getString("zone"),
                Audience.valueOf(row.getString("lens")),
                row.getBoolean("even_if_empty"),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("next_look", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getInt("version"));
    }
}
