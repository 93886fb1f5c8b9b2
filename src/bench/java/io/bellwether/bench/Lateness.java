package io.bellwether.bench;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How late runs began, from the application's own histogram.
 *
 * @param atMost how many runs were at most so many seconds late, up to a minute; the bucket without a bound is left out, for it is
 *     read a moment later than the others
 * @param max the latest of the last two minutes or so, in milliseconds
 */
record Lateness(NavigableMap<Double, Long> atMost, double max) {

    private static final String NAME = "bellwether_probe_lateness_seconds";
    private static final Pattern BUCKET =
            Pattern.compile("(?m)^" + NAME + "_bucket\\{.*?le=\"([0-9.E-]+)\".*?\\} (\\S+)$");
    private static final Pattern MAX = Pattern.compile("(?m)^" + NAME + "_max(?:\\{.*\\})? (\\S+)$");

    static Lateness parse(String metrics) {
        NavigableMap<Double, Long> atMost = new TreeMap<>();
        Matcher bucket = BUCKET.matcher(metrics);
        while (bucket.find()) {
            atMost.put(Double.parseDouble(bucket.group(1)), (long) Double.parseDouble(bucket.group(2)));
        }
        Matcher max = MAX.matcher(metrics);
        return new Lateness(atMost, max.find() ? Double.parseDouble(max.group(1)) * 1_000 : Double.NaN);
    }

    /** What came after an earlier reading. */
    Lateness since(Lateness earlier) {
        NavigableMap<Double, Long> difference = new TreeMap<>();
        atMost.forEach((bound, count) -> difference.put(bound, count - earlier.atMost.getOrDefault(bound, 0L)));
        return new Lateness(difference, max);
    }

    /** In milliseconds: the upper bound of the bucket that contains it. */
    double percentile(double share) {
        long runs = atMost.isEmpty() ? 0 : atMost.lastEntry().getValue();
        long rank = (long) Math.ceil(share * runs);
        return atMost.entrySet().stream()
                        .filter(bucket -> bucket.getValue() >= rank)
                        .findFirst()
                        .map(Map.Entry::getKey)
                        .orElse(Double.NaN)
                * 1_000;
    }
}
