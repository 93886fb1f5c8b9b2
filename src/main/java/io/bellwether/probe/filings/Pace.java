package io.bellwether.probe.filings;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Hands out moments that are at least a fixed time apart. */
final class Pace {

    private final long apart;
    private final AtomicLong next = new AtomicLong(System.nanoTime());

    Pace(Duration apart) {
        this.apart = apart.toNanos();
    }

    /** How long to wait for the next free moment, which is taken by this call when it comes within the limit. */
    Duration take(Duration limit) {
        while (true) {
            long now = System.nanoTime();
            long free = next.get();
            long mine = Math.max(0, free - now);
            if (mine > limit.toNanos() || next.compareAndSet(free, now + mine + apart)) {
                return Duration.ofNanos(mine);
            }
        }
    }
}
