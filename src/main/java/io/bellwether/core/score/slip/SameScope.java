package io.bellwether.core.score.slip;

import io.bellwether.core.Median;
import io.bellwether.core.score.DailyIndex;
import java.util.List;

/**
 * Tells apart what the vendor did and what another choice of probes did: where the index moved with that choice, the days before
 * say nothing of the days after. Where it did not, all of them count, so that adding a probe forgets nothing.
 */
final class SameScope {

    /** As far as weeks that are the same may be apart: half of what is called a slip. */
    private static final double UNMOVED = Baseline.LEAST_DROP / 2;

    /** Days on each side: one day is no measure, and a new probe needs some time to say something. */
    private static final int DAYS = 3;

    private SameScope() {}

    /** @param days newest first */
    static List<DailyIndex> of(List<DailyIndex> days) {
        for (int newer = 0; newer + 1 < days.size(); newer++) {
            if (days.get(newer).scope() != days.get(newer + 1).scope() && moved(days, newer + 1)) {
                return days.subList(0, newer + 1);
            }
        }
        return days;
    }

    private static boolean moved(List<DailyIndex> days, int changed) {
        double after = level(days.subList(Math.max(0, changed - DAYS), changed));
        double before = level(days.subList(changed, Math.min(days.size(), changed + DAYS)));
        return Math.abs(after - before) > UNMOVED;
    }

    private static double level(List<DailyIndex> days) {
        return Median.of(days.stream().mapToDouble(DailyIndex::index).toArray());
    }
}
