package io.bellwether.core.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The due times of one probe: every {@code every} since 1970, shifted by an offset that comes from the probe's id alone. So
 * load is even, the same on every node and after every restart, and no start-up ramp is needed. Exact to the millisecond.
 *
 * @param every between two due times, at least 1 ms
 * @param offset at least 0 and less than {@code every}
 */
public record DueGrid(Duration every, Duration offset) {

    public static DueGrid of(UUID probeId, Duration every) {
        long hash = mix(probeId.getMostSignificantBits() ^ Long.rotateLeft(probeId.getLeastSignificantBits(), 32));
        return new DueGrid(every, Duration.ofMillis(Math.floorMod(hash, every.toMillis())));
    }

    /** The first due time after {@code time}. */
    public Instant after(Instant time) {
        long sinceOffset = time.toEpochMilli() - offset.toMillis();
        long steps = Math.floorDiv(sinceOffset, every.toMillis()) + 1;
        return Instant.ofEpochMilli(offset.toMillis() + steps * every.toMillis());
    }

    /** The last due time that is not after {@code time}. */
    public Instant atOrBefore(Instant time) {
        return after(time).minus(every);
    }

    /** Finalizer of SplitMix64 (Steele, Lea, Flood 2014): identifiers made in one millisecond differ in few bits. */
    private static long mix(long bits) {
        long mixed = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
