package io.bellwether.notify;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the ledger to read, newest first.
 *
 * @param alert only of this alert
 * @param channel only through this channel
 * @param after cursor of the page before
 */
public record NotificationQuery(
        @Nullable IntentState state,
        @Nullable UUID alert,
        @Nullable UUID channel,
        @Nullable Integer limit,
        @Nullable String after) {}
