package io.bellwether.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is to be watched.
 *
 * @param monitors how many targets
 * @param every how often each of them
 * @param scheme {@code http} or {@code https}
 */
record Load(int monitors, Duration every, String scheme) {

    /** What every answer contains and every check looks for. */
    static final String EXPECTED = "\"status\":\"ok\"";

    /** Time to warm up for whoever is warm at once. */
    static final Duration WARM_UP = Duration.ofSeconds(150);

    private static final int CHECKS_TO_WARM_UP = 60_000;

    /** Time to warm up for a virtual machine, which compiles what has been done some ten thousand times. */
    Duration warmUp() {
        Duration checks = Duration.ofSeconds((long) (CHECKS_TO_WARM_UP / perSecond()));
        return checks.compareTo(WARM_UP) > 0 ? checks : WARM_UP;
    }

    double perSecond() {
        return monitors * 1_000.0 / every.toMillis();
    }

    double expectedIn(Duration time) {
        return perSecond() * time.toMillis() / 1_000.0;
    }

    List<String> urls(Target target) {
        return IntStream.range(0, monitors)
                .mapToObj(number -> target.url(scheme) + "/service/" + number + "/health")
                .toList();
    }
}
