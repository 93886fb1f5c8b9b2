package io.bellwether.bench;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How late runs began, from the application's own histogram.
 *
 * @param atMost how many runs were at most so many seconds late
 */
record Lateness(NavigableMap<Double, Long> atMost) {

    private static final Pattern BUCKET =
            Pattern.compile("(?m)^bellwether_probe_lateness_seconds_bucket\\{.*?le=\"([^\"]+)\".*?\\} (\\S+)$");

    static Lateness parse(String metrics) {
        NavigableMap<Double, Long> atMost = new TreeMap<>();
        Matcher matcher = BUCKET.matcher(metrics);
        while (matcher.find()) {
            double bound =
                    matcher.group(1).equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(matcher.group(1));
            atMost.put(bound, (long) Double.parseDouble(matcher.group(2)));
        }
        return new Lateness(atMost);
    }

    /** What came after an earlier reading. */
    Lateness since(Lateness earlier) {
        NavigableMap<Double, Long> difference = new TreeMap<>();
        atMost.forEach((bound, count) -> difference.put(bound, count - earlier.atMost.getOrDefault(bound, 0L)));
        return new Lateness(difference);
    }

    long runs() {
        return atMost.isEmpty() ? 0 : atMost.lastEntry().getValue();
    }

    /** In milliseconds: the upper bound of the bucket that contains it. */
    double percentile(double share) {
        long rank = (long) Math.ceil(share * runs());
        return atMost.entrySet().stream()
                        .filter(bucket -> bucket.getValue() >= rank)
                        .findFirst()
                        .map(Map.Entry::getKey)
                        .orElse(Double.NaN)
                * 1_000;
    }
}
