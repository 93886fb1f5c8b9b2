package io.bellwether.probe.courtesy;

import static io.bellwether.platform.egress.RetryAfter.asked;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which answers ask us to stay away, and for how long. */
final class RetryAfter {

    private RetryAfter() {}

    /** Nothing for any status but 429 and 503, else as {@link io.bellwether.platform.egress.RetryAfter#asked}. */
    static Optional<Duration> of(int status, @Nullable String header, Instant now) {
        return status == 429 || status == 503 ? asked(header, now) : Optional.empty();
    }
}
