package io.bellwether.notify.digest;

import io.bellwether.core.schedule.Edition;
import io.bellwether.notify.Audience;
import io.bellwether.platform.Cursor;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The digests of a person as people read them. */
@ApplicationScoped
class DigestReads {

    private static final Duration DEFAULT_WINDOW = Duration.ofDays(1);
    private static final Instant FAR = Instant.parse("9999-01-01T00:00:00Z");

    private final DigestTable table;
    private final SubscriptionTable subscriptions;
    private final Contents contents;
    private final Readers readers;
    private final Clock clock;

    DigestReads(DigestTable table, SubscriptionTable subscriptions, Contents contents, Readers readers, Clock clock) {
        this.table = table;
        this.subscriptions = subscriptions;
        this.contents = contents;
        this.readers = readers;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional
    Page<PastDigest> list(String email, @Nullable Integer asked, @Nullable String after) {
        int limit = Page.limit(asked);
        List<String> key = Cursor.parts(after, 2);
        Instant before = key.isEmpty() ? FAR : instant(key.getFirst());
        String topic = key.isEmpty() ? "" : key.getLast();
        List<PastDigest> rows = table.list(EmailAddress.checked(email, "email"), before, topic, limit + 1);
        return Page.of(rows, limit, digest -> Cursor.of(digest.to(), digest.topic()));
    }

    /**
     * What the next digest would say now.
     *
     * @param from when absent the end of the last digest that arrived, else a day ago
     * @throws Problem 400 when {@code from} is not in the past
     */
    @Transactional
    DigestPreview preview(String email, Topic topic, @Nullable Instant from) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Subscription subscription = subscriptions.of(EmailAddress.checked(email, "email")).stream()
                .filter(each -> each.topic() == topic)
                .findFirst()
                .orElseGet(() -> imagined(EmailAddress.checked(email, "email"), topic, now));
        Instant begin = Optional.ofNullable(from).orElseGet(() -> told(subscription));
        if (!begin.isBefore(now)) {
            throw Problem.invalid("/from", "Must be in the past.");
        }
        Content content = contents.of(subscription, new Edition(begin, now));
        return new DigestPreview(topic, begin, now, content.empty(), content.title(), content.text(), content.alerts());
    }

    private Instant told(Subscription subscription) {
        return table.last(subscription)
                .map(last -> last.state().arrived() ? last.to() : last.from())
                .orElse(subscription.since());
    }

    /** For somebody who has not subscribed. */
    private Subscription imagined(String email, Topic topic, Instant now) {
        Readers.Reader reader = readers.of(email);
        Audience lens = reader.lens();
        Instant since = now.minus(DEFAULT_WINDOW);
        return new Subscription(
                email, topic, null, 1, LocalTime.NOON, reader.zone().getId(), lens, false, since, now, now, 0);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Cursor.broken();
        }
    }
}
