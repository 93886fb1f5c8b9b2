package io.bellwether.probe.statuspage.format;

import io.bellwether.probe.statuspage.document.Document;
import io.bellwether.probe.statuspage.document.Feed;
import io.bellwether.probe.statuspage.document.Feed.Entry;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

/**
 * RSS or Atom of any maker. A feed is a history in prose: an entry is open while its latest post says so, at most a week after
 * that post; one without any word we know is unknown for a day and then history.
 */
final class Rss implements Dialect {

    private static final Duration FORGOTTEN = Duration.ofDays(7);
    private static final Duration READ_BY_NOW = Duration.ofDays(1);

    /** A feed in which no entry says how far it is may be about anything. */
    @Override
    public boolean fits(Document document) {
        return document instanceof Document.OfFeed feed
                && (feed.feed().entries().isEmpty()
                        || feed.feed().entries().stream().anyMatch(entry -> EntryState.of(entry) != EntryState.SILENT));
    }

    @Override
    public StatusPage read(Document document, Reading reading) {
        Feed feed = document instanceof Document.OfFeed found ? found.feed() : new Feed("", List.of());
        Collection<Entry> threads = threads(feed);
        List<Incident> incidents = threads.stream()
                .filter(entry -> EntryState.of(entry) != EntryState.PLANNED)
                .map(entry -> incident(entry, reading.now()))
                .toList();
        // The hours of a maintenance are somewhere in its prose: it is told of, but covers nothing.
        List<Maintenance> maintenances = threads.stream()
                .filter(entry -> EntryState.of(entry) == EntryState.PLANNED)
                .filter(entry -> younger(entry, FORGOTTEN, reading.now()))
                .map(entry -> new Maintenance(planned(entry), "planned", false))
                .toList();
        return StatusPage.of(feed.title().isEmpty() ? null : feed.title(), incidents)
                .with(incidents, maintenances);
    }

    @Override
    public Optional<URI> feed(URI page) {
        return Optional.of(page);
    }

    /** Some feeds have an entry per post, with ids of a thread and a time: the latest speaks for its thread. */
    private static Collection<Entry> threads(Feed feed) {
        Comparator<Entry> byTime =
                Comparator.comparing(entry -> Objects.requireNonNullElse(entry.updated(), Instant.MIN));
        Map<String, Entry> threads = feed.entries().stream()
                .collect(Collectors.toMap(
                        entry -> entry.id().replaceFirst("_[0-9]{9,}$", ""),
                        entry -> entry,
                        BinaryOperator.maxBy(byTime),
                        LinkedHashMap::new));
        return threads.values();
    }

    private static Incident incident(Entry entry, Instant now) {
        EntryState state = EntryState.of(entry);
        Level level = state == EntryState.SILENT ? Level.UNKNOWN : EntryState.level(entry);
        Duration patience = state == EntryState.SILENT ? READ_BY_NOW : FORGOTTEN;
        boolean open = state != EntryState.OVER && younger(entry, patience, now);
        return new Incident(EntryState.notice(entry, open), open, state.name().toLowerCase(Locale.ROOT), "", level);
    }

    private static Notice planned(Entry entry) {
        Notice notice = EntryState.notice(entry, true);
        return new Notice(
                notice.id(), notice.title(), notice.url(), new Period(null, null), notice.scope(), notice.updates());
    }

    private static boolean younger(Entry entry, Duration age, Instant now) {
        Instant updated = entry.updated();
        return updated == null || updated.plus(age).isAfter(now);
    }
}
