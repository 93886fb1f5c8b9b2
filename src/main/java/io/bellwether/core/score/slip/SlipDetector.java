package io.bellwether.core.score.slip;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hears the weeks of one vendor in order and says whether it slips: a one-sided CUSUM (Page 1954) of the shortfalls from
 * what is usual. A change began when the sum was 0 last. Weeks since then are no part of what is usual before the sum is 0
 * again, so a slip does not make itself usual.
 */
final class SlipDetector {

    /** As many weeks have to be known before anything is usual. */
    static final int LEAST_WEEKS = 26;

    /** As many weeks are remembered. */
    private static final int MOST_WEEKS = 156;

    /** A vendor of which nothing is known for longer is a new one. */
    static final int LONGEST_GAP = 13;

    /** As many weeks after a slip was told its level is the usual one, unless it still falls. */
    private static final int SETTLED_WEEKS = 26;

    private static final int QUARTER = 13;
    private static final int LEVEL_WEEKS = 8;

    private List<Week> known = new ArrayList<>();
    private List<Week> run = new ArrayList<>();
    private @Nullable Baseline baseline;
    private long newest;
    private double sum;
    /** How long the run was when it became a slip; 0 while it is none. */
    private int toldAt;

    /** That has heard weeks, oldest first, of which the newest is not long before a day. */
    static SlipDetector of(List<Week> weeks, LocalDate today) {
        SlipDetector detector = new SlipDetector();
        if (!weeks.isEmpty() && Week.number(today) - weeks.getLast().number() <= LONGEST_GAP) {
            weeks.forEach(detector::hear);
        }
        return detector;
    }

    void hear(Week week) {
        if (week.number() - newest > LONGEST_GAP) {
            restart(List.of());
        }
        newest = week.number();
        Baseline usual = baseline;
        if (usual == null) {
            learn(List.of(week));
            return;
        }
        run.add(week);
        sum = Math.max(0, sum + usual.usual() - week.median() - usual.allowance());
        if (sum == 0 && !slips()) {
            List<Week> usualAgain = run;
            forget();
            learn(usualAgain);
            return;
        }
        judge(usual);
        if (isSettled()) {
            restart(run);
        }
    }

    boolean slips() {
        return toldAt > 0;
    }

    /** Null while too little is known. */
    @Nullable Baseline baseline() {
        return baseline;
    }

    /** Null when it does not slip. */
    @Nullable Slip slip(LocalDate today, int floor) {
        Baseline usual = baseline;
        if (usual == null || !slips()) {
            return null;
        }
        LocalDate since = run.getFirst().monday();
        double level = level();
        Crossing crossing = Crossing.of(run, usual.inertia(), floor, today);
        return new Slip(
                since,
                usual.usual(),
                level,
                usual.usual() - level,
                floor,
                crossing,
                SlipTexts.gradual(since, usual, level, floor, crossing));
    }

    private void judge(Baseline usual) {
        if (!slips() && sum > usual.threshold() && usual.usual() - level() >= Baseline.LEAST_DROP) {
            toldAt = run.size();
        }
        if (slips()) {
            // Whatever it fell, it is over when it has been well for some weeks.
            sum = Math.min(sum, usual.threshold());
            if (sum <= usual.threshold() / 2) {
                forget();
            }
        }
    }

    /** Of the newest weeks since the change began. */
    private double level() {
        return Week.middle(run.subList(Math.max(0, run.size() - LEVEL_WEEKS), run.size()));
    }

    private void learn(List<Week> weeks) {
        known.addAll(weeks);
        int spare = known.size() - MOST_WEEKS;
        if (spare > 0) {
            known.subList(0, spare).clear();
        }
        baseline = known.size() < LEAST_WEEKS ? null : Baseline.of(known);
    }

    /** What came since the sum was 0 last. */
    private void forget() {
        run = new ArrayList<>();
        sum = 0;
        toldAt = 0;
    }

    private void restart(List<Week> weeks) {
        forget();
        known = new ArrayList<>();
        learn(weeks);
    }

    private boolean isSettled() {
        int waited = run.size() - (slips() ? toldAt : LEAST_WEEKS);
        return waited >= SETTLED_WEEKS
                && Week.middle(quarter(0)) > Week.middle(quarter(QUARTER)) - Baseline.LEAST_DROP / 2;
    }

    private List<Week> quarter(int before) {
        int end = run.size() - before;
        return run.subList(end - QUARTER, end);
    }
}
