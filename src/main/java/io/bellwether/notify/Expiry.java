package io.bellwether.notify;

import io.bellwether.core.alert.Severity;
import java.time.Duration;

/** How long a message is worth delivering. */
final class Expiry {

    private Expiry() {}

    static Duration of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Duration.ofHours(24);
            case WARNING -> Duration.ofHours(6);
            case INFO -> Duration.ofHours(2);
        };
    }
}
