package io.bellwether.review;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.fact.Fact;
import io.bellwether.fact.posture.CheckFact;

/** What one security check said at a time. */
record SecurityState(CheckFact check) {

    Fact fact() {
        return check.fact();
    }

    CheckOutcome value() {
        return check.outcome();
    }

    /** What a failure means, for the business. */
    String meaning() {
        return check.meaning();
    }

    /** What it takes from the security score. */
    double points() {
        return check.points();
    }

    /** How bad it is; -1 for what is neither good nor bad. */
    int rank() {
        return switch (check.outcome()) {
            case UNKNOWN, NOT_APPLICABLE -> -1;
            case PASS -> 0;
            case WARN -> 1;
            case FAIL -> 2;
        };
    }
}
