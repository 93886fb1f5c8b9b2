package io.bellwether.notify;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A transition as the outbox has it, for the account of messages.
 *
 * @param dispatched whether it was decided who is told
 * @param mailboxes whom it was routed to; null while that is not decided, or when nobody could read it
 */
record Posting(Key key, boolean dispatched, @Nullable Set<Long> mailboxes) {

    /**
     * Which transition of which alert.
     *
     * @param alert null when the entry cannot be read
     */
    record Key(@Nullable UUID alert, int transition) {}
}
