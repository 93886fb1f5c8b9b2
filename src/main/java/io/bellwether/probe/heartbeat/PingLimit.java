package io.bellwether.probe.heartbeat;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Lets each key call 60 times a minute, on this node, in bursts of 60 at most. Only keys in service are remembered. */
@Singleton
final class PingLimit {

    private static final long BURST = 60;
    private static final long REFILL = Duration.ofSeconds(1).toNanos();

    private final LongSupplier nanos;
    /** By the hash of the key: when its bucket is full again. */
    private final Map<String, Long> fullAt = new ConcurrentHashMap<>();

    @Inject
    PingLimit() {
        this(System::nanoTime);
    }

    PingLimit(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Whether a key has used up what it may. */
    boolean exhausted(byte[] hash) {
        Long full = fullAt.get(name(hash));
        return full != null && full - nanos.getAsLong() > (BURST - 1) * REFILL;
    }

    /** Counts a call of a key in service. */
    void count(byte[] hash) {
        long now = nanos.getAsLong();
        fullAt.merge(name(hash), now + REFILL, (full, first) -> Math.max(0, full - now) + first);
    }

    /** Forgets the keys that have not called for a while. */
    void forgetIdle() {
        long now = nanos.getAsLong();
        fullAt.values().removeIf(full -> full - now <= 0);
    }

    private static String name(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
