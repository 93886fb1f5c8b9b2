package io.bellwether.core.sketch;

import java.util.Arrays;

/**
 * The stored form: one number per bucket, each in groups of seven bits with the low ones first (LEB128, unsigned).
 *
 * <ul>
 *   <li>The two lowest bits of the first byte are the version of the form, now 1.
 *   <li>Then the first bucket's index, and for each further bucket its distance from the one before less one, each shifted
 *       by two bits that hold the bucket's count: 0, 1, 2 for one, two, three values.
 *   <li>With 3 in these bits the count less four follows as a number of its own.
 * </ul>
 */
final class SketchWriter {

    static final int VERSION = 1;
    static final int VERSION_BITS = 2;
    static final int COUNT_BITS = 2;

    /** The lowest count that does not fit into the bits beside the index. */
    static final int LARGE_COUNT = 1 << COUNT_BITS;

    /** Three for an index with its bits, nine for a count. */
    private static final int MOST_BYTES_PER_BUCKET = 12;

    private final byte[] bytes;
    private int length;

    SketchWriter(int buckets) {
        bytes = new byte[MOST_BYTES_PER_BUCKET * buckets];
    }

    byte[] bytes(Sketch sketch) {
        int before = 0;
        for (int bucket = 0; bucket < sketch.buckets(); bucket++) {
            int index = sketch.index(bucket);
            long count = sketch.count(bucket);
            long distance = bucket == 0 ? index : index - before - 1L;
            long token = (distance << COUNT_BITS) | (Math.min(count, LARGE_COUNT) - 1);
            write(bucket == 0 ? (token << VERSION_BITS) | VERSION : token);
            if (count >= LARGE_COUNT) {
                write(count - LARGE_COUNT);
            }
            before = index;
        }
        return Arrays.copyOf(bytes, length);
    }

    private void write(long number) {
        long rest = number;
        while (rest > 0x7f) {
            bytes[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[length++] = (byte) rest;
    }
}
