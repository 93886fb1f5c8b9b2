package io.bellwether.review;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.score.SecurityWeight;
import io.bellwether.core.score.SecurityWeights;
import io.bellwether.fact.Fact;

/**
 * What one security check said at a time.
 *
 * @param meaning what a failure means, for the business
 * @param points what it takes from the security score
 */
record SecurityState(Fact fact, CheckOutcome value, String meaning, double points) {

    static SecurityState of(Fact fact, String said) {
        CheckOutcome value = CheckOutcome.of(said);
        SecurityWeight weight = SecurityWeights.of(fact.signal());
        return new SecurityState(fact, value, weight.meaning(), points(weight, value));
    }

    /** How bad it is; -1 for what is neither good nor bad. */
    int rank() {
        return switch (value) {
            case UNKNOWN, NOT_APPLICABLE -> -1;
            case PASS -> 0;
            case WARN -> 1;
            case FAIL -> 2;
        };
    }

    private static double points(SecurityWeight weight, CheckOutcome value) {
        return switch (value) {
            case FAIL -> weight.fail();
            case WARN -> weight.warn();
            case PASS, UNKNOWN, NOT_APPLICABLE -> 0;
        };
    }
}
