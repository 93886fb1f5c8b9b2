package io.bellwether.probe.courtesy;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts are closed while contacts are made: those that this node has closed at once, those of other nodes within a second.
 * They are few, so they are read together and not anew for each contact.
 */
@Singleton
final class Closings {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    /** @param readAt by the monotonic clock */
    private record Known(Map<String, Instant> until, long readAt) {}

    private final Ledger ledger;
    private final ReentrantLock lock = new ReentrantLock();
    /** Written under the lock. */
    private volatile Known known = new Known(Map.of(), System.nanoTime() - FRESH);

    Closings(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Until when a host is to be left alone; null when it is not. */
    @Nullable Instant until(String host) {
        if (System.nanoTime() - known.readAt() >= FRESH && lock.tryLock()) {
            try {
                known = new Known(ledger.closed(), System.nanoTime());
            } finally {
                lock.unlock();
            }
        }
        return known.until().get(host);
    }

    /** To all nodes, for that long from now on, unless it is closed for longer. */
    void close(String host, Duration time) {
        lock.lock();
        try {
            Map<String, Instant> until = new HashMap<>(known.until());
            until.put(host, ledger.close(host, time));
            known = new Known(until, known.readAt());
        } finally {
            lock.unlock();
        }
    }
}
