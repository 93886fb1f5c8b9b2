package io.bellwether.core.watch;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with Bellwether itself. */
public record Diagnosis(Set<Ailment> ailments) {

    public Diagnosis {
        ailments = Set.copyOf(ailments);
    }

    public enum Ailment {
        /** What is due is not measured in time, or what was measured is not stored. */
        EVALUATION_BEHIND,
        /** Transitions of alerts wait for a decision who is told. */
        DISPATCH_BEHIND,
        /** Messages could be sent, and none is. */
        DELIVERY_STOPPED,
        /** Somebody waits for critical news; that may be his provider's fault. */
        CRITICAL_UNTOLD
    }

    /**
     * How much lateness is no trouble.
     *
     * @param evaluation of probes
     * @param messages of telling
     * @param critical of critical news, counting what providers take
     */
    public record Limits(Duration evaluation, Duration messages, Duration critical) {}

    public static Diagnosis of(Vitals vitals, Limits limits) {
        Set<Ailment> ailments = EnumSet.noneOf(Ailment.class);
        if (over(vitals.evaluationLag(), limits.evaluation())) {
            ailments.add(Ailment.EVALUATION_BEHIND);
        }
        if (over(vitals.undispatched(), limits.messages())) {
            ailments.add(Ailment.DISPATCH_BEHIND);
        }
        if (over(vitals.unsent(), limits.messages()) && over(vitals.sinceAttempt(), limits.messages())) {
            ailments.add(Ailment.DELIVERY_STOPPED);
        }
        if (over(vitals.oldestCritical(), limits.critical())) {
            ailments.add(Ailment.CRITICAL_UNTOLD);
        }
        return new Diagnosis(ailments);
    }

    /** Whether somebody who is told of alerts by Bellwether can rely on it: what is due is measured, and news move. */
    public boolean alive() {
        return ailments.isEmpty() || ailments.equals(Set.of(Ailment.CRITICAL_UNTOLD));
    }

    /** Nothing is over any limit when there never was anything: a null counts as for ever. */
    private static boolean over(@Nullable Duration lag, Duration limit) {
        return lag == null || lag.compareTo(limit) > 0;
    }
}
