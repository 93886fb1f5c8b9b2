package io.bellwether.notify.digest;

import io.bellwether.core.schedule.LocalSchedule;
import io.bellwether.notify.Audience;
import io.bellwether.notify.Letters;
import io.bellwether.platform.Audit;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Json;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.EmailAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who wants which digests. */
@ApplicationScoped
class Subscriptions {

    private final SubscriptionTable table;
    private final Readers readers;
    private final Letters letters;
    private final Audit audit;
    private final Json json;
    private final Clock clock;

    Subscriptions(SubscriptionTable table, Readers readers, Letters letters, Audit audit, Json json, Clock clock) {
        this.table = table;
        this.readers = readers;
        this.letters = letters;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    @Transactional
    List<Subscription> of(String email) {
        return table.of(address(email));
    }

    /** @throws Problem 404 */
    @Transactional
    Subscription require(String email, Topic topic) {
        return find(email, topic).orElseThrow(() -> Problem.notFound("subscription", topic));
    }

    /**
     * Subscribes, or changes when the digests come; what they tell goes on where the last one ended.
     *
     * @throws Problem 400 naming the wrong field, 409 when there is no way to send mail, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    Subscription put(String email, Topic topic, @Nullable String ifMatch, NewSubscription values) {
        if (!letters.reachesPeople()) {
            throw Problem.conflict("", "Digests are sent by mail; make a channel of the kind 'email' first.");
        }
        Optional<Subscription> known = find(email, topic);
        known.ifPresent(subscription -> ETags.check(ifMatch, subscription.version()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        table.put(planned(
                address(email), topic, values, known.map(Subscription::since).orElse(now), now));
        Subscription put = require(email, topic);
        audit.record("digest.subscribe", subject(email, topic), json.toMap(put));
        return put;
    }

    /** Ends it; one that there is not stays so. */
    @Transactional
    void remove(String email, Topic topic) {
        if (table.delete(new SubscriptionTable.Key(address(email), topic))) {
            audit.record("digest.unsubscribe", subject(email, topic), Map.of());
        }
    }

    private static String address(String email) {
        return EmailAddress.checked(email, "email");
    }

    private Subscription planned(String email, Topic topic, NewSubscription values, Instant since, Instant now) {
        Readers.Reader reader = readers.of(email);
        String zone =
                Objects.requireNonNullElse(values.timeZone(), reader.zone().getId());
        Audience lens = Objects.requireNonNullElse(values.lens(), reader.lens());
        LocalSchedule schedule = new LocalSchedule(ZoneId.of(zone), values.recurrence(), values.at());
        return new Subscription(
                email,
                topic,
                values.days(),
                values.dayOfMonth(),
                values.at(),
                zone,
                lens,
                Objects.requireNonNullElse(values.evenIfEmpty(), false),
                since,
                schedule.after(now),
                now,
                0);
    }

    private Optional<Subscription> find(String email, Topic topic) {
        return table.lock(new SubscriptionTable.Key(address(email), topic));
    }

    private static String subject(String email, Topic topic) {
        return "person/" + address(email) + "/subscriptions/" + topic;
    }
}
