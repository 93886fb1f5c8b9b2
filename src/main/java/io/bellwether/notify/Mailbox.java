package io.bellwether.notify;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One place or person behind a channel, spoken to in one voice, whose next message is due.
 *
 * @param freeAt what was due before that goes together in one message
 * @param failures attempts in a row that came to nothing
 * @param parcel the message that may be on its way already; null when there is none
 */
record Mailbox(
        long id,
        Claim.Target target,
        ZoneId zone,
        Instant freeAt,
        int failures,
        @Nullable Parcel parcel) {}
