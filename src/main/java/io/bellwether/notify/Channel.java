package io.bellwether.notify;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * A way to reach people. An implementation is a CDI bean in a sub-package of its own, with a nested
 * {@code record Settings} whose components carry Bean Validation constraints; nothing else is needed to add one.
 *
 * @param <S> the kind's settings
 */
public interface Channel<S extends Record> {

    /** The kind's name in the API: lower-case letters, unique. */
    String kind();

    Class<S> settings();

    /** The settings that are URLs which carry a secret; they are never shown, logged or returned whole. */
    default Set<String> secretUrls() {
        return Set.of();
    }

    /** Who is behind the channel. */
    default Recipients recipients(S settings) {
        return new Recipients.OnePlace();
    }

    /**
     * Whether a message may tell of several groups of alerts. People want few messages; a machine wants each group for
     * itself.
     */
    default boolean gathers() {
        return false;
    }

    /** Whether each alert is to be a group of its own, whatever the routes group: the provider keeps one incident for each. */
    default boolean apart() {
        return false;
    }

    /** The time to leave between two messages to one mailbox. */
    default Duration pace() {
        return Duration.ZERO;
    }

    /** What {@link #send} would hand over of a message, without secrets: for people who want to see it before it goes. */
    default Object shown(Message message) {
        return Map.of("title", message.title(), "text", message.lead().text());
    }

    /**
     * Makes one attempt and returns within 40 seconds, well before the lease on the message ends. Whatever the provider
     * does becomes a {@link Delivery}; an exception means a bug and is retried.
     *
     * @param address of the recipient; empty when the channel leads to one place
     */
    Delivery send(Message message, S settings, String address);

    /** As {@link #send(Message, Record, String)}, for kinds that remember by channel what they have sent. */
    default Delivery send(Message message, S settings, Destination destination) {
        return send(message, settings, destination.address());
    }
}
