package io.bellwether.alert;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Signal;
import io.bellwether.history.LatestState;
import java.time.Instant;

/** Whether a vendor's status page denies what we measure. */
final class ContradictionJudge {

    private ContradictionJudge() {}

    /** What the page says, as far as its word is fresh enough to count. */
    enum PageSays {
        OPERATIONAL,
        /** It tells of trouble, or of work that goes on. */
        IMPAIRED,
        NOTHING;

        /** A page that cannot be read says nothing; only what it declares is an admission. */
        static PageSays of(Outcome outcome, Cause cause) {
            if (cause == Cause.DECLARED) {
                return IMPAIRED;
            }
            return outcome == Outcome.UP ? OPERATIONAL : NOTHING;
        }
    }

    /**
     * @param service how our probe finds the service
     * @param at the time to judge: of our observation or of the page's
     */
    static Signal judge(LatestState service, PageSays page, Instant at, ActiveRule<RuleSettings.Contradiction> rule) {
        if (service.outcome().good()) {
            return Signal.GOOD;
        }
        if (service.outcome() == Outcome.UNKNOWN) {
            return Signal.NO_DATA;
        }
        return switch (page) {
            case IMPAIRED -> Signal.GOOD;
            case NOTHING -> Signal.NO_DATA;
            case OPERATIONAL -> lasting(service, at, rule.settings()) ? rule.bad() : Signal.NO_DATA;
        };
    }

    private static boolean lasting(LatestState down, Instant at, RuleSettings.Contradiction settings) {
        boolean seenTwice = down.at().isAfter(down.since());
        return seenTwice || !at.isBefore(down.since().plus(settings.after()));
    }
}
