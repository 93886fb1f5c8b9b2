package io.bellwether.core.sketch;

import static io.bellwether.core.sketch.SketchWriter.COUNT_BITS;
import static io.bellwether.core.sketch.SketchWriter.LARGE_COUNT;
import static io.bellwether.core.sketch.SketchWriter.VERSION;
import static io.bellwether.core.sketch.SketchWriter.VERSION_BITS;

import java.util.Arrays;

/** Reads what {@link SketchWriter} wrote and nothing else: every accepted array is the stored form of what it gives. */
final class SketchReader {

    private static final int SEVEN_BITS = 0x7f;
    private static final int LONG_BITS = 63;

    private final byte[] bytes;
    private int position;

    SketchReader(byte[] bytes) {
        this.bytes = bytes;
    }

    Sketch sketch() {
        int[] indexes = new int[bytes.length];
        long[] counts = new long[bytes.length];
        int buckets = 0;
        long index = -1;
        long total = 0;
        while (position < bytes.length) {
            long token = position == 0 ? afterVersion(number()) : number();
            index += 1 + (token >>> COUNT_BITS);
            if (index > Buckets.LAST) {
                throw refused("a bucket lies beyond the last one");
            }
            long small = 1 + (token & (LARGE_COUNT - 1));
            long count = small == LARGE_COUNT ? number() + LARGE_COUNT : small;
            if (count < 0 || total + count < 0) {
                throw refused("it counts more values than there can be");
            }
            total += count;
            indexes[buckets] = (int) index;
            counts[buckets++] = count;
        }
        return new Sketch(Arrays.copyOf(indexes, buckets), Arrays.copyOf(counts, buckets));
    }

    private static long afterVersion(long number) {
        if ((number & ((1 << VERSION_BITS) - 1)) != VERSION) {
            throw refused("its version is unknown");
        }
        return number >>> VERSION_BITS;
    }

    private long number() {
        long number = 0;
        for (int shift = 0; shift < LONG_BITS; shift += 7) {
            if (position == bytes.length) {
                throw refused("it ends within a number");
            }
            byte group = bytes[position++];
            number |= (long) (group & SEVEN_BITS) << shift;
            if (group == 0 && shift > 0) {
                throw refused("a number is longer than it needs to be");
            }
            if (group >= 0) {
                return number;
            }
        }
        throw refused("a number has too many digits");
    }

    private static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("Not the bytes of a sketch: " + reason + ".");
    }
}
