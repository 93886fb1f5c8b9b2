package io.bellwether.dashboard;

import io.bellwether.notify.ConfiguredChannel;
import io.bellwether.notify.Happening;
import io.bellwether.notify.IntentState;
import io.bellwether.notify.LedgerReport;
import io.bellwether.notify.Notification;
import io.bellwether.notify.ReplayResult;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the ledger, newest first, under the account of the last day.
 *
 * @param next the cursor of the next page; null at the end
 * @param replayed what came of sending again all that was given up; null when that was not asked for
 */
public record MessagesView(
        LedgerReport account,
        List<Notification> messages,
        @Nullable String next,
        List<ConfiguredChannel> channels,
        MessagesRequest request,
        @Nullable ReplayResult replayed) {

    public List<IntentState> states() {
        return Arrays.asList(IntentState.values());
    }

    /** How many messages of the last day stand so. */
    public long count(String state) {
        return account.intents().getOrDefault(IntentState.valueOf(state), 0L);
    }

    /** How many messages of the last day have not come to an end yet. */
    public long open() {
        return count(IntentState.WAITING.name()) + count(IntentState.SENDING.name());
    }

    /** Whether it tells of one alert, and not of many. */
    public boolean ofAlert(Notification message) {
        return message.kind() != Happening.DIGEST;
    }

    /** What a state means, for who reads it the first time. */
    public String meaning(IntentState state) {
        return switch (state) {
            case WAITING -> "to be sent";
            case SENDING -> "being sent";
            case DELIVERED -> "the provider has taken it";
            case COALESCED -> "told, or taken back, by later news of the same alert";
            case SUPPRESSED -> "not told on purpose: held back, or over before it was to be told";
            case DEAD -> "given up; can be sent again";
        };
    }

    /** The style of the chip that tells the state. */
    public String style(IntentState state) {
        return switch (state) {
            case WAITING, SENDING, COALESCED -> "";
            case DELIVERED -> "good";
            case SUPPRESSED -> "warning";
            case DEAD -> "critical";
        };
    }
}
