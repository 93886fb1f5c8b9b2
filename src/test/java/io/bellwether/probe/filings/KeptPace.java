package io.bellwether.probe.filings;

import io.bellwether.probe.courtesy.Pace;
import java.time.Duration;
import java.util.Optional;

/** The pace of one host, in memory. */
final class KeptPace implements Pace {

    private long free = System.nanoTime();

    @Override
    public synchronized Optional<Duration> take(String host, Duration apart, Duration limit) {
        long now = System.nanoTime();
        long wait = Math.max(0, free - now);
        if (wait > limit.toNanos()) {
            return Optional.empty();
        }
        free = now + wait + apart.toNanos();
        return Optional.of(Duration.ofNanos(wait));
    }
}
