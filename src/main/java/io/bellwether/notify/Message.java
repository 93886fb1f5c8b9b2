package io.bellwether.notify;

import io.bellwether.core.alert.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * What one receiver is told at a time; every attempt says the same.
 *
 * @param id the idempotency key: the same for the same news
 * @param zone the reader's time zone
 * @param reason why it is told now, in words
 * @param tellings at least one; news first, the most severe of them first
 * @param more how many alerts still fire beyond those told again
 * @param test whether a person asked for it to try the channel
 */
public record Message(
        UUID id, Audience audience, ZoneId zone, String reason, List<Telling> tellings, int more, boolean test) {

    public Message {
        tellings = List.copyOf(tellings);
    }

    /** The same of other alerts. */
    public Message with(List<Telling> others) {
        return new Message(id, audience, zone, reason, others, more, test);
    }

    /** A part of it: of these alerts alone. */
    public Message only(List<Telling> part) {
        return new Message(id, audience, zone, reason, part, 0, test);
    }

    /** The weightiest news. */
    public Telling lead() {
        return tellings.getFirst();
    }

    public List<Telling> others() {
        return tellings.subList(1, tellings.size());
    }

    /** One line; of a message that only tries the channel it says so first. */
    public String title() {
        int others = tellings.size() - 1 + more;
        String title = test ? "TEST: " + lead().title() : lead().title();
        return others == 0 ? title : title + " (and " + others + " more)";
    }

    /** The highest of what still fires, else of what is over. */
    public Severity severity() {
        return tellings.stream()
                .min(Comparator.<Telling, Boolean>comparing(
                                telling -> telling.happening().over())
                        .thenComparing(Telling::severity))
                .orElseThrow()
                .severity();
    }

    /** Whether nothing that it tells of fires any more. */
    public boolean over() {
        return more == 0
                && tellings.stream().allMatch(telling -> telling.happening().over());
    }

    /** When the newest of it happened. */
    public Instant at() {
        return tellings.stream().map(Telling::at).max(Comparator.naturalOrder()).orElseThrow();
    }
}
