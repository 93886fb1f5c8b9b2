package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import io.bellwether.platform.Json;
import io.bellwether.vendor.Vendor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes transitions out of the outbox and makes an intent of each for every receiver, in one transaction. One node does so
 * at a time: were two to share the entries, an alert's end could be seen before its begin.
 */
@ApplicationScoped
class Dispatcher {

    static final int BATCH = 500;

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final Jdbi jdbi;
    private final Json json;
    private final Concerned vendors;
    private final Announcer announcer;

    Dispatcher(Jdbi jdbi, Json json, Concerned vendors, Announcer announcer) {
        this.jdbi = jdbi;
        this.json = json;
        this.vendors = vendors;
        this.announcer = announcer;
    }

    private record Entry(long id, String payload) {}

    /** How many entries were taken; {@link #BATCH} means that there may be more. */
    @Transactional
    int dispatch() {
        if (!mine()) {
            return 0;
        }
        List<Entry> entries = waiting();
        if (entries.isEmpty()) {
            return 0;
        }
        Map<UUID, Optional<Vendor>> known = new HashMap<>();
        Map<Long, Announcer.News> news = new LinkedHashMap<>();
        entries.forEach(entry -> news(entry, id -> known.computeIfAbsent(id, vendors::find))
                .ifPresent(found -> news.put(entry.id, found)));
        markProcessed(entries, news, announcer.announce(List.copyOf(news.values())));
        return entries.size();
    }

    private Optional<Announcer.News> news(Entry entry, Function<UUID, Optional<Vendor>> vendor) {
        Optional<AlertTransition> transition = transition(entry);
        Optional<Announcer.News> news = transition.flatMap(
                found -> vendor.apply(found.vendorId()).map(known -> new Announcer.News(found, known)));
        if (transition.isPresent() && news.isEmpty()) {
            LOG.errorf("Outbox entry %d is about an unknown vendor.", entry.id);
        }
        return news;
    }

    /** Empty for an entry nobody can read: it must not hold up those behind it. */
    private Optional<AlertTransition> transition(Entry entry) {
        try {
            AlertTransition transition = json.read(entry.payload, AlertTransition.class);
            Happening.valueOf(transition.kind());
            return Optional.of(transition);
        } catch (IllegalArgumentException e) {
            LOG.errorf("Outbox entry %d is unreadable: %s", entry.id, e.getMessage());
            return Optional.empty();
        }
    }

    private boolean mine() {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT pg_try_advisory_xact_lock(hashtext('notify'), hashtext(:topic))")
                        .bind("topic", AlertTransition.TOPIC)
                        .mapTo(boolean.class)
                        .one());
    }

    private List<Entry> waiting() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, payload::text AS payload FROM outbox
                         WHERE topic = :topic AND processed_at IS NULL
                         ORDER BY id LIMIT :batch FOR UPDATE SKIP LOCKED""")
                .bind("topic", AlertTransition.TOPIC)
                .bind("batch", BATCH)
                .map((row, _) -> new Entry(row.getLong("id"), row.getString("payload")))
                .list());
    }

    /** Together with whom they were routed to, so that the account of messages need not believe the intents alone. */
    private void markProcessed(
            List<Entry> entries, Map<Long, Announcer.News> news, Map<Posting.Key, Set<Long>> routed) {
        List<String> mailboxes = new ArrayList<>();
        for (Entry entry : entries) {
            Announcer.News read = news.get(entry.id);
            mailboxes.add(read == null ? null : array(routed.getOrDefault(read.key(), Set.of())));
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE outbox SET processed_at = now(), routed_to = mailboxes::bigint[]
                          FROM unnest(:ids, :mailboxes) AS routed (entry, mailboxes) WHERE id = entry""")
                .bindArray("ids", Long.class, entries.stream().map(Entry::id).toList())
                .bindArray("mailboxes", String.class, mailboxes)
                .execute());
    }

    private static String array(Set<Long> mailboxes) {
        return mailboxes.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
    }
}
