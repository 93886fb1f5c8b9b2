package io.bellwether.core.slo;

import java.time.Duration;

/**
 * What a service shall reach over a {@link Window}. Its budget is what may go wrong: the share of the time above the target.
 */
public sealed interface Objective {

    /** Share that shall be good, above 0 and below 1: with 1 there would be no budget to measure. */
    double target();

    /** Share that may be bad. */
    default double allowed() {
        return 1 - target();
    }

    /** The service can be used; accounted from UP and DEGRADED as good and DOWN as bad. */
    record Availability(double target) implements Objective {

        public Availability {
            check(target);
        }
    }

    /**
     * The service answers fast; accounted from answers up to the threshold as good and slower ones as bad. Without an answer
     * there is no latency: such time is unknown here, and bad for an availability objective.
     *
     * @param threshold above zero
     */
    record Latency(double target, Duration threshold) implements Objective {

        public Latency {
            check(target);
            if (!threshold.isPositive()) {
                throw new IllegalArgumentException("No answer comes within " + threshold + ".");
            }
        }
    }

    private static void check(double target) {
        if (!(target > 0 && target < 1)) {
            throw new IllegalArgumentException("A target lies between 0 and 1, not at " + target + ".");
        }
    }
}
