package io.bellwether.notify;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.alert.Bellwether;
import io.bellwether.core.alert.routing.Timing;
import io.bellwether.platform.Json;
import io.bellwether.vendor.Vendor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Has the fallback of a broken channel tell what that could not. The dead letter stays in the ledger, and whoever the fallback
 * leads to has an intent of his own; a mailbox that hears of the news anyway is not told twice.
 */
@Singleton
class Fallbacks {

    static final int BATCH = 200;

    private static final Logger LOG = Logger.getLogger(Fallbacks.class);

    private final Jdbi jdbi;
    private final Json json;
    private final Drafts drafts;
    private final Addressees addressees;
    private final ChannelKinds kinds;
    private final ChannelRow.Repository channels;
    private final Concerned vendors;
    private final ChannelAlerts alerts;

    Fallbacks(
            Jdbi jdbi,
            Json json,
            Drafts drafts,
            Addressees addressees,
            ChannelKinds kinds,
            ChannelRow.Repository channels,
            Concerned vendors,
            ChannelAlerts alerts) {
        this.jdbi = jdbi;
        this.json = json;
        this.drafts = drafts;
        this.addressees = addressees;
        this.kinds = kinds;
        this.channels = channels;
        this.vendors = vendors;
        this.alerts = alerts;
    }

    /**
     * @param channel that could not tell it
     * @param fallback null when there is none any more
     */
    private record DeadLetter(
            UUID intent,
            Telling telling,
            Draft.Group group,
            String cause,
            Vendor vendor,
            UUID channel,
            @Nullable UUID fallback) {}

    /** How many dead letters were dealt with; {@link #BATCH} means that there may be more. */
    int passOn() {
        List<UUID> pending = pending();
        pending.forEach(this::passOn);
        return pending.size();
    }

    /** Each by itself: one that cannot be passed on does not keep the others from it. */
    private void passOn(UUID intent) {
        try {
            QuarkusTransaction.requiringNew().run(() -> letter(intent).ifPresent(this::passOn));
        } catch (RuntimeException e) {
            LOG.errorf(e, "Dead letter %s could not be passed on.", intent);
            QuarkusTransaction.requiringNew().run(() -> keep(intent, " Passing it on failed; the log says why."));
        }
    }

    private void passOn(DeadLetter letter) {
        if (letter.fallback == null) {
            giveUp(letter, "Its fallback is not there any more.");
        } else if (letter.telling.tellsOfBroken(letter.fallback)) {
            keep(letter.intent, " Its fallback is what this is about.");
        } else {
            passOn(letter, channels.findById(letter.fallback));
        }
    }

    private void passOn(DeadLetter letter, ChannelRow fallback) {
        List<Receiver> receivers = addressees.of(fallback, letter.vendor);
        if (receivers.stream().noneMatch(receiver -> receiver.suppressed() == null)) {
            giveUp(letter, "Its fallback '" + fallback.name + "' reaches nobody either: " + whys(receivers));
            return;
        }
        Draft.Group group = kinds.group(fallback.kind, letter.group, letter.telling.episode());
        drafts.add(receivers.stream()
                .map(receiver -> new Draft(letter.telling, receiver, group, true, letter.cause, letter.intent))
                .toList());
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE intent SET passed_on = 'DONE', reason = reason || CASE
                                   WHEN EXISTS (SELECT FROM intent AS other WHERE other.instead_of = intent.id)
                                   THEN :instead ELSE :anyway END
                         WHERE id = :id""")
                .bind("instead", " The channel '" + fallback.name + "' tells it instead.")
                .bind("anyway", " The channel '" + fallback.name + "' tells it anyway.")
                .bind("id", letter.intent)
                .execute());
    }

    private static String whys(List<Receiver> receivers) {
        return receivers.stream()
                .map(Receiver::suppressed)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private void giveUp(DeadLetter letter, String why) {
        keep(letter.intent, " " + why);
        alerts.fallbackFails(letter.channel, why);
    }

    private void keep(UUID intent, String why) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE intent SET passed_on = NULL, reason = reason || :why WHERE id = :id AND passed_on = 'PENDING'")
                .bind("why", why)
                .bind("id", intent)
                .execute());
    }

    private List<UUID> pending() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id FROM intent WHERE passed_on = 'PENDING' ORDER BY sequence LIMIT :batch")
                .bind("batch", BATCH)
                .mapTo(UUID.class)
                .list());
    }

    /** Empty when another node is passing it on, or has. */
    private Optional<DeadLetter> letter(UUID intent) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT i.id, i.cause, m.channel_id, n.telling::text AS telling, f.id AS fallback, e.vendor_id,
                               g.key, g.receiver, g.labels::text AS labels, g.interval_ms, g.repeat_ms
                          FROM intent i JOIN mailbox m ON m.id = i.mailbox_id JOIN channel c ON c.id = m.channel_id
                          JOIN alert_group g ON g.id = i.group_id
                          JOIN notice n ON n.episode_id = i.episode_id AND n.transition = i.transition
                          LEFT JOIN channel f ON f.id = c.fallback_id AND f.enabled AND f.removed_at IS NULL
                          LEFT JOIN alert_episode e ON e.id = i.episode_id
                         WHERE i.id = :id AND i.passed_on = 'PENDING' FOR UPDATE OF i SKIP LOCKED""")
                .bind("id", intent)
                .map((row, _) -> letter(row))
                .findOne());
    }

    private DeadLetter letter(ResultSet row) throws SQLException {
        Map<String, String> labels = json.read(row.getString("labels"), new TypeReference<>() {});
        Timing timing = new Timing(
                Duration.ZERO,
                Duration.ofMillis(row.getLong("interval_ms")),
                Duration.ofMillis(row.getLong("repeat_ms")));
        return new DeadLetter(
                row.getObject("id", UUID.class),
                json.read(row.getString("telling"), Telling.class),
                new Draft.Group(row.getString("key"), row.getString("receiver"), labels, timing),
                row.getString("cause"),
                vendors.require(Objects.requireNonNullElse(row.getObject("vendor_id", UUID.class), Bellwether.ID)),
                row.getObject("channel_id", UUID.class),
                row.getObject("fallback", UUID.class));
    }
}
