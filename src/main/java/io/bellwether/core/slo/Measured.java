package io.bellwether.core.slo;

import java.time.Duration;

/**
 * What is known of a stretch of time that an objective judges, without what was excluded of it.
 *
 * @param good time that was good
 * @param bad time that was bad
 * @param unknown the rest, also when there was no probe yet
 * @param badCount the confirmed observations that said bad
 */
public record Measured(Duration good, Duration bad, Duration unknown, long badCount) {

    public static Measured of(Account account, long badCount) {
        return new Measured(account.good(), account.down(), account.unknown(), badCount);
    }

    /** Whether there is something to go by: half of the time at the least. */
    boolean suffices() {
        Duration known = good.plus(bad);
        return known.isPositive() && known.compareTo(unknown) >= 0;
    }

    /** Share of bad time; where too little is known, the least it can be, as if all that is unknown was good. */
    double badShare() {
        long counted = good.plus(bad).plus(suffices() ? Duration.ZERO : unknown).toMillis();
        return counted == 0 ? 0 : (double) bad.toMillis() / counted;
    }
}
