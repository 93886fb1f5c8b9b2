package io.bellwether.notify;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An intent as the account of messages needs it.
 *
 * @param reason why it stands as it does, or what it waits for
 * @param finished whether it has come to an end
 * @param takings how many attempts to tell it were taken by the provider
 * @param awaited whether a look at it is planned, or it is on its way
 * @param besideRoutes whether something else than the routes asked for it: a step of an escalation, a digest
 * @param insteadOf the intent of a broken channel in whose place it was made
 * @param passingOn whether a fallback is still to take it over
 */
record Entry(
        UUID id,
        Posting.Key key,
        long mailbox,
        IntentState state,
        String reason,
        boolean finished,
        int takings,
        boolean awaited,
        boolean besideRoutes,
        @Nullable UUID insteadOf,
        boolean passingOn) {}
