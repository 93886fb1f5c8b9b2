package io.bellwether.core.sketch;

/** Gathers durations and sketches into one {@link Sketch}. Not for several threads at once. */
public final class SketchBuilder {

    /** Latencies of one service spread over some dozen buckets, so the first step is most often the only one. */
    private static final int MARGIN = 16;

    private int first;
    private long[] counts = new long[0];

    /**
     * @param milliseconds below 0.001 it counts as 0, above an hour as an hour
     * @throws IllegalArgumentException for NaN
     */
    public SketchBuilder add(double milliseconds) {
        int index = Buckets.indexOf(milliseconds);
        reach(index, index);
        counts[index - first]++;
        return this;
    }

    public SketchBuilder add(Sketch sketch) {
        int buckets = sketch.buckets();
        if (buckets == 0) {
            return this;
        }
        reach(sketch.index(0), sketch.index(buckets - 1));
        for (int bucket = 0; bucket < buckets; bucket++) {
            int place = sketch.index(bucket) - first;
            counts[place] = Math.addExact(counts[place], sketch.count(bucket));
        }
        return this;
    }

    /** The sketch of all that was added so far; more may be added after. */
    public Sketch build() {
        int buckets = 0;
        for (long count : counts) {
            buckets += count > 0 ? 1 : 0;
        }
        int[] indexes = new int[buckets];
        long[] filled = new long[buckets];
        int bucket = 0;
        for (int place = 0; place < counts.length; place++) {
            if (counts[place] > 0) {
                indexes[bucket] = first + place;
                filled[bucket++] = counts[place];
            }
        }
        return new Sketch(indexes, filled);
    }

    /** Widens the counted range, so that it costs memory for the buckets in use and not for all there are. */
    private void reach(int low, int high) {
        if (low >= first && high < first + counts.length) {
            return;
        }
        boolean fresh = counts.length == 0;
        int begin = fresh || low < first ? Math.max(Buckets.ZERO, low - MARGIN) : first;
        int end = fresh || high >= first + counts.length
                ? Math.min(Buckets.LAST, high + MARGIN) + 1
                : first + counts.length;
        long[] wider = new long[end - begin];
        for (int place = 0; place < counts.length; place++) {
            wider[first - begin + place] = counts[place];
        }
        first = begin;
        counts = wider;
    }
}
