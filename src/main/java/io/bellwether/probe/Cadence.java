package io.bellwether.probe;

import io.bellwether.core.Confirmation;
import java.time.Duration;

/**
 * How often and how patiently a kind looks where nobody says otherwise.
 *
 * @param every the interval between two runs
 * @param timeout how long one attempt may take, at most {@code every}
 */
public record Cadence(Duration every, Duration timeout, Confirmation confirm) {

    /** For what can go wrong at any minute. */
    public static final Cadence USUAL =
            new Cadence(Duration.ofSeconds(60), Duration.ofSeconds(10), Confirmation.DEFAULT);

    /** For a look that takes many contacts, at what seldom changes; the next look confirms what it sees. */
    public static final Cadence DAILY =
            new Cadence(Duration.ofDays(1), Duration.ofSeconds(60), new Confirmation(1, Duration.ZERO));
}
