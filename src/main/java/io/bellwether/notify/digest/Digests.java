package io.bellwether.notify.digest;

import io.bellwether.core.schedule.Edition;
import io.bellwether.notify.Letters;
import io.bellwether.platform.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Makes the digests that are due. What was made, its intent and when the next is due are written in one transaction. */
@ApplicationScoped
class Digests {

    private static final Logger LOG = Logger.getLogger(Digests.class);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String SUPERSEDED = "Not sent in time; the next digest tells this too.";

    private final SubscriptionTable subscriptions;
    private final DigestTable table;
    private final Contents contents;
    private final Letters letters;
    private final Unsubscribing unsubscribing;
    private final URI link;

    Digests(
            SubscriptionTable subscriptions,
            DigestTable table,
            Contents contents,
            Letters letters,
            Unsubscribing unsubscribing,
            PublicUrl publicUrl) {
        this.subscriptions = subscriptions;
        this.table = table;
        this.contents = contents;
        this.letters = letters;
        this.unsubscribing = unsubscribing;
        this.link = publicUrl.page("/alerts");
    }

    /** Makes the digest of a subscription, if one is due and no other node is at it. */
    @Transactional(TxType.REQUIRES_NEW)
    void make(SubscriptionTable.Key key, Instant now) {
        subscriptions
                .lockFree(key)
                .filter(subscription -> !subscription.nextAt().isAfter(now))
                .ifPresent(subscription -> subscriptions.lookAt(key, look(subscription, now)));
    }

    /** @return when to look again */
    private Instant look(Subscription subscription, Instant now) {
        Instant next = subscription.schedule().after(now);
        Optional<PastDigest> last = table.last(subscription);
        Optional<Edition> due = Edition.due(
                subscription.schedule(),
                subscription.since(),
                last.map(PastDigest::made).orElse(null),
                now);
        if (due.isEmpty()) {
            return next;
        }
        boolean underway = last.isPresent() && isUnderway(last.get());
        return underway || !made(subscription, due.get(), now) ? now.plus(SOON) : next;
    }

    /** One that is on its way is waited for: only then is it known what its reader knows. */
    private boolean isUnderway(PastDigest last) {
        return switch (last.state()) {
            case SENDING -> true;
            case WAITING -> !letters.recall(last.id(), SUPERSEDED);
            case EMPTY, DELIVERED, SUPERSEDED, DEAD -> false;
        };
    }

    /** False when there is no way to send it. */
    private boolean made(Subscription subscription, Edition edition, Instant now) {
        Content content = contents.of(subscription, edition);
        UUID id = id(subscription, edition);
        boolean worthSending = !content.empty() || subscription.evenIfEmpty();
        if (worthSending && !letters.post(letter(id, subscription, edition, content))) {
            LOG.warnf("No digest for %s: there is no enabled channel of the kind 'email'.", subscription.email());
            return false;
        }
        table.insert(id, subscription, edition, content.title(), now);
        return true;
    }

    private Letters.Letter letter(UUID id, Subscription subscription, Edition edition, Content content) {
        return new Letters.Letter(
                id,
                subscription.topic().name(),
                subscription.email(),
                subscription.lens(),
                subscription.zone(),
                content.title(),
                content.text(),
                link,
                unsubscribing.link(subscription.email(), subscription.topic()),
                edition.to());
    }

    /** The same for the same reader, topic and time: whoever makes it again makes nothing new. */
    static UUID id(Subscription subscription, Edition edition) {
        String key = subscription.email() + "\n" + subscription.topic() + "\n" + edition.to();
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
    }
}
