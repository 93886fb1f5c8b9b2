package io.bellwether.core.score;

import java.time.Instant;
import java.util.List;

/**
 * Whether filings alone say that a company slips.
 *
 * <p>Each kind of filing comes from healthy companies too: a late report, a listing notice, an auditor who goes. What healthy
 * companies do not show is several kinds of trouble within weeks with a grave one among them. So it takes a cluster (see
 * {@link FilingLedger}) that holds a grave filing, and {@link #LOST} points lost in all. Filings come in steps, months
 * apart; drift detectors are for what is measured every day and would see a slip in any step.
 */
public final class FilingSlip {

    /** As many as the gravest single filing short of a bankruptcy nearly takes: the score is below the limit of grade C. */
    static final double LOST = 40;

    /** The least of what is not routine: a quarterly report that is late. Exits, impairments and endings weigh less. */
    static final double GRAVE = 18;

    private FilingSlip() {}

    /** While it holds; it wears off with the filings that make it. An acquired company has none. */
    public static boolean holds(List<FilingEvent> events, Instant now) {
        boolean acquired = FilingState.of(events, now)
                .filter(state -> state.kind() == FilingState.Kind.ACQUIRED)
                .isPresent();
        return !acquired && holds(FilingLedger.of(events, now));
    }

    private static boolean holds(List<FilingLedger.Entry> ledger) {
        double lost = ledger.stream().mapToDouble(FilingLedger.Entry::pointsNow).sum();
        return lost > LOST
                && ledger.stream()
                        .anyMatch(entry -> entry.clustered()
                                && entry.pointsNow() > 0
                                && entry.weight() >= GRAVE * FilingRules.CURRENT.clusterFactor());
    }
}
