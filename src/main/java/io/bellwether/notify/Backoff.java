package io.bellwether.notify;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Exponential back-off with full jitter: a random wait between nothing and a ceiling that doubles with each attempt.
 *
 * @param base the ceiling after the first attempt
 * @see <a href="https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/">Exponential Backoff And
 *     Jitter</a>
 */
record Backoff(Duration base) {

    static final Duration LONGEST = Duration.ofMinutes(15);

    Duration ceiling(int attempts) {
        int doublings = Math.min(Math.max(attempts - 1, 0), 30);
        Duration ceiling = base.multipliedBy(1L << doublings);
        return ceiling.compareTo(LONGEST) < 0 ? ceiling : LONGEST;
    }

    Duration after(int attempts, RandomGenerator random) {
        return Duration.ofMillis(random.nextLong(ceiling(attempts).toMillis() + 1));
    }
}
