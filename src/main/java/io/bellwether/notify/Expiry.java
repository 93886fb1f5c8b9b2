package io.bellwether.notify;

import io.bellwether.core.alert.Severity;
import java.time.Duration;

/** How long a message is worth delivering. */
final class Expiry {

    /** The next digest tells what this one does not, but that may be a week away. */
    private static final Duration DIGEST = Duration.ofHours(24);

    private Expiry() {}

    static Duration of(Telling telling) {
        return telling.happening() == Happening.DIGEST ? DIGEST : of(telling.severity());
    }

    static Duration of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Duration.ofHours(24);
            case WARNING -> Duration.ofHours(6);
            case INFO -> Duration.ofHours(2);
        };
    }
}
