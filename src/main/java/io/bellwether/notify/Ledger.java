package io.bellwether.notify;

import io.bellwether.platform.Cursor;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the tables {@code intent} and {@code delivery_attempt} for people: no secret leaves them. */
@Singleton
class Ledger {

    private static final String LINES = """
            SELECT i.*, m.address, m.lens, n.telling ->> 'title' AS title, c.id AS channel_id, c.kind AS channel_kind,
                   c.name AS channel_name, c.settings::text AS settings
              FROM intent i JOIN mailbox m ON m.id = i.mailbox_id JOIN channel c ON c.id = m.channel_id
              JOIN notice n ON n.episode_id = i.episode_id AND n.transition = i.transition
            """;

    private final Jdbi jdbi;
    private final Json json;
    private final ChannelSettings settings;

    Ledger(Jdbi jdbi, Json json, ChannelSettings settings) {
        this.jdbi = jdbi;
        this.json = json;
        this.settings = settings;
    }

    /** A notification still without its deliveries, and its place in the ledger. */
    record Line(long sequence, Notification notification) {}

    private record Delivered(UUID intent, Notification.Attempt attempt) {}

    List<Line> lines(NotificationQuery query, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(LINES + """
                         WHERE (:state::text IS NULL OR i.state = :state)
                           AND (:alert::uuid IS NULL OR i.episode_id = :alert)
                           AND (:channel::uuid IS NULL OR m.channel_id = :channel)
                           AND i.sequence < :before
                         ORDER BY i.sequence DESC LIMIT :rows""")
                .bind("state", query.state() == null ? null : query.state().name())
                .bind("alert", query.alert())
                .bind("channel", query.channel())
                .bind("before", before(query.after()))
                .bind("rows", rows)
                .map((row, _) -> line(row))
                .list());
    }

    Optional<Line> line(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(LINES + " WHERE i.id = :id")
                .bind("id", id)
                .map((row, _) -> line(row))
                .findOne());
    }

    List<Notification> withDeliveries(List<Line> lines) {
        Map<UUID, List<Notification.Attempt>> attempts =
                attempts(lines.stream().map(line -> line.notification().id()).toList());
        return lines.stream()
                .map(Line::notification)
                .map(line -> line.withDeliveries(attempts.getOrDefault(line.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Notification.Attempt>> attempts(List<UUID> intents) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        SELECT intent_id, at, outcome, detail, took_ms
                          FROM attempt_intent JOIN delivery_attempt ON id = attempt_id
                         WHERE intent_id = ANY(:intents) ORDER BY at, id""")
                        .bindArray("intents", UUID.class, intents)
                        .map((row, _) -> new Delivered(row.getObject("intent_id", UUID.class), attempt(row)))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(
                        Delivered::intent, Collectors.mapping(Delivered::attempt, Collectors.toList())));
    }

    private static Notification.Attempt attempt(ResultSet row) throws SQLException {
        return new Notification.Attempt(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                DeliveryOutcome.valueOf(row.getString("outcome")),
                row.getString("detail"),
                row.getDouble("took_ms"));
    }

    private Line line(ResultSet row) throws SQLException {
        Notification notification = new Notification(
                row.getObject("id", UUID.class),
                row.getObject("episode_id", UUID.class),
                row.getInt("transition"),
                Happening.valueOf(row.getString("kind")),
                new Notification.Channel(
                        row.getObject("channel_id", UUID.class),
                        row.getString("channel_kind"),
                        row.getString("channel_name")),
                receiver(row),
                Audience.valueOf(row.getString("lens")),
                row.getString("title"),
                IntentState.valueOf(row.getString("state")),
                reason(row),
                row.getInt("attempts"),
                row.getBoolean("possible_duplicate"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                row.getObject("instead_of", UUID.class),
                List.of());
        return new Line(row.getLong("sequence"), notification);
    }

    private static String reason(ResultSet row) throws SQLException {
        String held = row.getString("held");
        String standing = held == null ? row.getString("reason") : "Held: " + held;
        return Stream.of(row.getString("cause"), standing)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(": "));
    }

    private String receiver(ResultSet row) throws SQLException {
        String address = row.getString("address");
        if (!address.isEmpty()) {
            return address;
        }
        return settings.place(row.getString("channel_kind"), json.map(row.getString("settings")))
                .orElse(row.getString("channel_name"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static long before(@Nullable String after) {
        List<String> parts = Cursor.parts(after, 1);
        if (parts.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(parts.getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.broken();
        }
    }
}
