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
final class SharedClosings implements Closings {

    private static final long FRESH = Duration.ofSeconds(1).toNanos();

    /** @param readAt by the monotonic clock */
    private record Known(Map<String, Instant> until, long readAt) {}

    private final Ledger ledger;
    private final ReentrantLock lock = new ReentrantLock();
    /** Written under the lock. */
    private volatile Known known = new Known(Map.of(), System.nanoTime() - FRESH);

    SharedClosings(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public @Nullable Instant until(String host) {
        if (System.nanoTime() - known.readAt() >= FRESH && lock.tryLock()) {
            try {
                known = new Known(ledger.closed(), System.nanoTime());
            } finally {
                lock.unlock();
            }
        }
        return known.until().get(host);
    }

    @Override
    public void close(String host, Duration time) {
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
