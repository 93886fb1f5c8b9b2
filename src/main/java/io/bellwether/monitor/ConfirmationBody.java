package io.bellwether.monitor;

import io.bellwether.core.Confirmation;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Attempts before a bad answer counts, and the pause between them. */
record ConfirmationBody(
        @Nullable Integer attempts, @Nullable Duration delay) {

    Confirmation over(Confirmation before) {
        return new Confirmation(
                attempts == null ? before.attempts() : attempts, delay == null ? before.delay() : delay);
    }
}
