package io.bellwether.notify;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bellwether.core.alert.routing.Timing;
import io.bellwether.platform.Ids;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Makes intents of drafts, many at a time. Mailboxes are locked before their groups, as everywhere. */
@Singleton
class Drafts {

    private static final String AFTER_A_SUPPRESSED_BEGIN = "Not told of the alert, so not of this either.";

    private final Jdbi jdbi;
    private final Json json;

    Drafts(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** An intent that tells of an alert's begin, as far as following up on it needs. */
    record Begun(UUID episode, Receiver receiver, Draft.Group group, IntentState state) {

        Draft followed(Telling telling) {
            Receiver to = state == IntentState.SUPPRESSED ? receiver.suppressed(AFTER_A_SUPPRESSED_BEGIN) : receiver;
            return new Draft(telling, to, group, state == IntentState.DEAD);
        }
    }

    private record Mailboxed(long mailbox, String name) {}

    /** Who was to be told that these alerts fire, be it by an escalation or by a fallback, by channels that still exist. */
    Map<UUID, List<Begun>> begun(Collection<UUID> episodes) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        SELECT i.episode_id, i.state, m.channel_id, m.address, m.lens, m.zone,
                               g.key, g.receiver, g.labels::text AS labels, g.interval_ms, g.repeat_ms
                          FROM intent i JOIN mailbox m ON m.id = i.mailbox_id JOIN alert_group g ON g.id = i.group_id
                          JOIN channel c ON c.id = m.channel_id AND c.removed_at IS NULL
                         WHERE i.episode_id = ANY(:episodes) AND (i.kind = 'FIRING' OR i.cause <> '' OR i.instead_of IS NOT NULL)
                         ORDER BY i.state = 'SUPPRESSED', i.sequence""")
                        .bindArray("episodes", UUID.class, episodes)
                        .map((row, _) -> begun(row))
                        .list())
                .stream()
                .collect(groupingBy(Begun::episode));
    }

    /**
     * Adds an intent for each, unless the mailbox has one for this transition already.
     *
     * @return the mailboxes of each transition
     */
    Map<Posting.Key, Set<Long>> add(List<Draft> all) {
        if (all.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> {
            Map<Receiver.Key, Long> mailboxes = mailboxes(handle, all);
            Map<Mailboxed, Long> groups = groups(handle, all, mailboxes);
            notices(handle, all);
            intents(handle, all, mailboxes, groups);
            hurry(
                    handle,
                    all.stream()
                            .filter(draft -> !draft.cause().isEmpty())
                            .map(draft -> groups.getOrDefault(place(draft, mailboxes), 0L))
                            .toList());
            wake(handle, mailboxes.values());
            return all.stream()
                    .collect(groupingBy(
                            draft -> draft.telling().key(),
                            mapping(draft -> place(draft, mailboxes).mailbox, toSet())));
        });
    }

    /** In a fixed order, so that nobody waits for anybody who waits. */
    private static Map<Receiver.Key, Long> mailboxes(Handle handle, List<Draft> all) {
        List<Receiver> receivers = distinct(all, draft -> draft.receiver().key()).stream()
                .map(Draft::receiver)
                .toList();
        return handle.createQuery("""
                        INSERT INTO mailbox (channel_id, address, lens, zone)
                        SELECT * FROM unnest(:channels, :addresses, :lenses, :zones) AS wanted (channel, address, lens, zone)
                         ORDER BY channel, address, lens
                        ON CONFLICT (channel_id, address, lens) DO UPDATE SET zone = excluded.zone
                        RETURNING id, channel_id, address, lens""")
                .bindArray(
                        "channels",
                        UUID.class,
                        receivers.stream().map(Receiver::channelId).toList())
                .bindArray(
                        "addresses",
                        String.class,
                        receivers.stream().map(Receiver::address).toList())
                .bindArray(
                        "lenses",
                        String.class,
                        receivers.stream().map(to -> to.audience().name()).toList())
                .bindArray(
                        "zones",
                        String.class,
                        receivers.stream().map(to -> to.zone().getId()).toList())
                .collectRows(toMap(
                        row -> new Receiver.Key(
                                row.getColumn("channel_id", UUID.class),
                                row.getColumn("address", String.class),
                                Audience.valueOf(row.getColumn("lens", String.class))),
                        row -> row.getColumn("id", Long.class)));
    }

    private Map<Mailboxed, Long> groups(Handle handle, List<Draft> all, Map<Receiver.Key, Long> mailboxes) {
        Function<Draft, Mailboxed> place = draft -> place(draft, mailboxes);
        List<Draft> groups = distinct(all, place);
        Map<Mailboxed, Instant> due = all.stream()
                .filter(draft -> draft.receiver().suppressed() == null)
                .collect(toMap(place, Draft::due, (one, other) -> one.isBefore(other) ? one : other));
        return handle.createQuery("""
                        INSERT INTO alert_group AS known (mailbox_id, key, receiver, labels, interval_ms, repeat_ms, alone,
                                                          next_look)
                        SELECT mailbox, key, receiver, labels::jsonb, interval_ms, repeat_ms, alone,
                               CASE WHEN due IS NOT NULL THEN greatest(now(), due) END
                          FROM unnest(:mailboxes, :keys, :receivers, :labels, :intervals, :repeats, :alone,
                                      :due::timestamptz[])
                            AS wanted (mailbox, key, receiver, labels, interval_ms, repeat_ms, alone, due)
                        ON CONFLICT (mailbox_id, key) DO UPDATE
                           SET interval_ms = excluded.interval_ms, repeat_ms = excluded.repeat_ms,
                               next_look = least(known.next_look, CASE
                                   WHEN excluded.next_look IS NULL OR known.first_look IS NULL THEN excluded.next_look
                                   ELSE known.first_look + excluded.interval_ms * interval '1 millisecond' * ceil(
                                        extract(epoch FROM now() - known.first_look) * 1000 / excluded.interval_ms) END)
                        RETURNING id, mailbox_id, key""")
                .bindArray(
                        "mailboxes",
                        Long.class,
                        groups.stream().map(draft -> place.apply(draft).mailbox).toList())
                .bindArray(
                        "keys",
                        String.class,
                        groups.stream().map(draft -> draft.group().name()).toList())
                .bindArray(
                        "receivers",
                        String.class,
                        groups.stream().map(draft -> draft.group().receiver()).toList())
                .bindArray(
                        "labels",
                        String.class,
                        groups.stream()
                                .map(draft -> json.write(draft.group().labels()))
                                .toList())
                .bindArray(
                        "intervals",
                        Long.class,
                        groups.stream()
                                .map(draft ->
                                        draft.group().timing().groupInterval().toMillis())
                                .toList())
                .bindArray(
                        "repeats",
                        Long.class,
                        groups.stream()
                                .map(draft ->
                                        draft.group().timing().repeatInterval().toMillis())
                                .toList())
                .bindArray(
                        "alone",
                        Boolean.class,
                        groups.stream().map(draft -> draft.group().alone()).toList())
                .bindArray(
                        "due",
                        String.class,
                        groups.stream()
                                .map(draft -> due.get(place.apply(draft)))
                                .map(time -> time == null ? null : time.toString())
                                .toList())
                .collectRows(toMap(
                        row -> new Mailboxed(
                                row.getColumn("mailbox_id", Long.class), row.getColumn("key", String.class)),
                        row -> row.getColumn("id", Long.class)));
    }

    private void notices(Handle handle, List<Draft> all) {
        List<Telling> tellings =
                distinct(
                                all,
                                draft -> draft.telling().episode() + "/"
                                        + draft.telling().transition())
                        .stream()
                        .map(Draft::telling)
                        .toList();
        handle.createUpdate("""
                        INSERT INTO notice (episode_id, transition, telling)
                        SELECT episode, transition, telling::jsonb
                          FROM unnest(:episodes, :transitions, :tellings) AS worded (episode, transition, telling)
                        ON CONFLICT DO NOTHING""")
                .bindArray(
                        "episodes",
                        UUID.class,
                        tellings.stream().map(Telling::episode).toList())
                .bindArray(
                        "transitions",
                        Integer.class,
                        tellings.stream().map(Telling::transition).toList())
                .bindArray(
                        "tellings",
                        String.class,
                        tellings.stream().map(json::write).toList())
                .execute();
    }

    private void intents(
            Handle handle, List<Draft> all, Map<Receiver.Key, Long> mailboxes, Map<Mailboxed, Long> groups) {
        handle.createUpdate("""
                        INSERT INTO intent (id, episode_id, transition, mailbox_id, group_id, kind, severity, state, reason,
                                            owed, cause, expires_at, finished_at, instead_of)
                        SELECT id, episode, transition, mailbox, group_id, kind, severity,
                               CASE WHEN why = '' THEN 'WAITING' ELSE 'SUPPRESSED' END, why, owed, cause,
                               now() + seconds * interval '1 second', CASE WHEN why <> '' THEN now() END, instead_of
                          FROM unnest(:ids, :episodes, :transitions, :mailboxes, :groups, :kinds, :severities, :whys, :owed,
                                      :causes, :seconds, :insteadOf)
                            WITH ORDINALITY AS wanted (id, episode, transition, mailbox, group_id, kind, severity, why, owed,
                                                       cause, seconds, instead_of, position)
                         ORDER BY position
                        ON CONFLICT (episode_id, transition, mailbox_id) DO NOTHING""")
                .bindArray("ids", UUID.class, all.stream().map(_ -> Ids.next()).toList())
                .bindArray(
                        "episodes",
                        UUID.class,
                        all.stream().map(draft -> draft.telling().episode()).toList())
                .bindArray(
                        "transitions",
                        Integer.class,
                        all.stream().map(draft -> draft.telling().transition()).toList())
                .bindArray(
                        "mailboxes",
                        Long.class,
                        all.stream()
                                .map(draft -> mailboxes.get(draft.receiver().key()))
                                .toList())
                .bindArray(
                        "groups",
                        Long.class,
                        all.stream()
                                .map(draft -> groups.get(place(draft, mailboxes)))
                                .toList())
                .bindArray(
                        "kinds",
                        String.class,
                        all.stream()
                                .map(draft -> draft.telling().happening().name())
                                .toList())
                .bindArray(
                        "severities",
                        String.class,
                        all.stream()
                                .map(draft -> draft.telling().severity().name())
                                .toList())
                .bindArray(
                        "whys",
                        String.class,
                        all.stream()
                                .map(draft -> draft.receiver().suppressed() == null
                                        ? ""
                                        : draft.receiver().suppressed())
                                .toList())
                .bindArray("owed", Boolean.class, all.stream().map(Draft::owed).toList())
                .bindArray(
                        "causes", String.class, all.stream().map(Draft::cause).toList())
                .bindArray(
                        "seconds",
                        Long.class,
                        all.stream()
                                .map(draft -> Expiry.of(draft.telling()).toSeconds())
                                .toList())
                .bindArray(
                        "insteadOf",
                        UUID.class,
                        all.stream().map(Draft::insteadOf).toList())
                .execute();
    }

    /** What is told beside the routes does not wait for the interval of its group. */
    private static void hurry(Handle handle, Collection<Long> groups) {
        handle.createUpdate("UPDATE alert_group SET next_look = least(next_look, now()) WHERE id = ANY(:ids)")
                .bindArray("ids", Long.class, groups)
                .execute();
    }

    /** A mailbox whose message is on its way is looked at when that has come to an end. */
    private static void wake(Handle handle, Collection<Long> mailboxes) {
        handle.createUpdate("""
                        UPDATE mailbox SET next_look = greatest(free_at, due.next_look)
                          FROM (SELECT mailbox_id, min(next_look) AS next_look FROM alert_group
                                 WHERE mailbox_id = ANY(:ids) AND next_look IS NOT NULL GROUP BY mailbox_id) AS due
                         WHERE id = due.mailbox_id AND message IS NULL""").bindArray("ids", Long.class, mailboxes).execute();
    }

    private static Mailboxed place(Draft draft, Map<Receiver.Key, Long> mailboxes) {
        return new Mailboxed(
                mailboxes.getOrDefault(draft.receiver().key(), 0L),
                draft.group().name());
    }

    private static <K> List<Draft> distinct(List<Draft> all, Function<Draft, K> key) {
        Map<K, Draft> first = new LinkedHashMap<>();
        all.forEach(draft -> first.putIfAbsent(key.apply(draft), draft));
        return List.copyOf(first.values());
    }

    private Begun begun(ResultSet row) throws SQLException {
        Receiver receiver = new Receiver(
                row.getObject("channel_id", UUID.class),
                row.getString("address"),
                Audience.valueOf(row.getString("lens")),
                ZoneId.of(row.getString("zone")),
                null);
        Timing timing = new Timing(
                Duration.ZERO,
                Duration.ofMillis(row.getLong("interval_ms")),
                Duration.ofMillis(row.getLong("repeat_ms")));
        Draft.Group group = new Draft.Group(
                row.getString("key"), row.getString("receiver"), labels(row.getString("labels")), timing);
        return new Begun(
                row.getObject("episode_id", UUID.class), receiver, group, IntentState.valueOf(row.getString("state")));
    }

    private Map<String, String> labels(String text) {
        return json.read(text, new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }
}
