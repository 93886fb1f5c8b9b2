package io.bellwether.core.sketch;

import java.util.Arrays;
import java.util.Locale;

/**
 * Many durations in few bytes, from which every quantile can be read with a relative error of at most 1 %: a DDSketch
 * (Masson, Rim, Lee: "DDSketch: a fast and fully-mergeable quantile sketch with relative-error guarantees", VLDB 2019).
 * Merged sketches equal the sketch of all values together, in whatever order they were merged.
 *
 * <p>The guarantee holds from 0.001 ms to one hour. Shorter durations count as 0, longer ones as one hour.
 */
public final class Sketch {

    /** The sketch of nothing. */
    public static final Sketch EMPTY = new Sketch(new int[0], new long[0]);

    private final int[] indexes;
    private final long[] counts;
    private final long count;

    /**
     * @param indexes ascending
     * @param counts of the bucket at the same place, each at least 1
     */
    Sketch(int[] indexes, long[] counts) {
        this.indexes = indexes;
        this.counts = counts;
        long sum = 0;
        for (long one : counts) {
            sum = Math.addExact(sum, one);
        }
        this.count = sum;
    }

    /** @throws IllegalArgumentException for NaN */
    public static Sketch of(double... milliseconds) {
        SketchBuilder builder = new SketchBuilder();
        for (double value : milliseconds) {
            builder.add(value);
        }
        return builder.build();
    }

    /**
     * The inverse of {@link #bytes()}.
     *
     * @throws IllegalArgumentException when no sketch has these bytes
     */
    public static Sketch from(byte[] bytes) {
        return new SketchReader(bytes).sketch();
    }

    /** The stored form, the same for equal sketches; about a byte for each 2 % step that has values. Nothing has no bytes. */
    public byte[] bytes() {
        return new SketchWriter(buckets()).bytes(this);
    }

    public Sketch merge(Sketch other) {
        return new SketchBuilder().add(this).add(other).build();
    }

    /** How many values it was made of. */
    public long count() {
        return count;
    }

    /**
     * The value below which a share of all values lies: of n values in order that at place {@code floor(q (n - 1))}.
     *
     * @param q the share, 0 to 1
     * @return milliseconds
     * @throws IllegalStateException when empty
     */
    public double quantile(double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("A quantile lies between 0 and 1, not at " + q + ".");
        }
        if (count == 0) {
            throw new IllegalStateException("An empty sketch has no quantiles.");
        }
        long before = Math.min((long) (q * (count - 1)), count - 1);
        int bucket = 0;
        while (before >= counts[bucket]) {
            before -= counts[bucket++];
        }
        return Buckets.valueOf(indexes[bucket]);
    }

    /**
     * How many values are not above a threshold. The values just above it that share its bucket count too, so the
     * threshold is exact to 2 %.
     *
     * @throws IllegalArgumentException for NaN
     */
    public long countUpTo(double milliseconds) {
        int last = Buckets.indexOf(milliseconds);
        long below = 0;
        for (int bucket = 0; bucket < indexes.length && indexes[bucket] <= last; bucket++) {
            below += counts[bucket];
        }
        return below;
    }

    int buckets() {
        return indexes.length;
    }

    int index(int bucket) {
        return indexes[bucket];
    }

    long count(int bucket) {
        return counts[bucket];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sketch that
                && Arrays.equals(indexes, that.indexes)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(indexes) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return count == 0
                ? "Sketch of nothing"
                : String.format(Locale.ROOT, "Sketch of %d values, %.3f to %.3f ms", count, quantile(0), quantile(1));
    }
}
