package io.bellwether.notify;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The account of messages: what became of every transition that people were to be told of.
 *
 * @param balanced whether nothing is unexplained
 * @param transitions how many there were
 * @param undispatched of how many it is not decided yet who is told
 * @param intents how many there are, by state
 * @param instead how many of them stand in for one of a broken channel
 * @param waiting what has not come to an end yet, and what it waits for
 * @param unexplained what should not be: each is a fault of Bellwether
 */
public record LedgerReport(
        boolean balanced,
        int transitions,
        int undispatched,
        Map<IntentState, Long> intents,
        long instead,
        List<Remark> waiting,
        List<Remark> unexplained) {

    public LedgerReport {
        intents = Map.copyOf(intents);
        waiting = List.copyOf(waiting);
        unexplained = List.copyOf(unexplained);
    }

    /**
     * Something to say about a transition.
     *
     * @param alert the alert's id; null when the entry of the outbox cannot be read
     * @param transition the number of the change within the alert
     * @param notification the intent it is about; null when it is about none
     */
    public record Remark(
            @Nullable UUID alert, int transition, @Nullable UUID notification, String text) {}
}
