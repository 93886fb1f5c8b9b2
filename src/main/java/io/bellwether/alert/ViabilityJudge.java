package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.score.Trend;
import io.bellwether.health.Health;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a vendor's viability slips. */
final class ViabilityJudge {

    private ViabilityJudge() {}

    /** @param usual what the index was before; null when there is no history */
    static Signal judge(Health now, @Nullable Integer usual, ActiveRule<RuleSettings.Viability> rule) {
        if (now.cap() != null) {
            return Signal.bad(Severity.CRITICAL);
        }
        if (now.index() == null) {
            return Signal.NO_DATA;
        }
        if (now.trend() != Trend.SLIPPING) {
            return Signal.GOOD;
        }
        boolean fell = usual != null && usual - now.index() >= rule.settings().drop();
        return fell ? rule.bad() : Signal.NO_DATA;
    }

    /** The middle of the indexes; the lower of two, so that a drop is never made larger than it was. Null without any. */
    static @Nullable Integer median(List<Integer> indexes) {
        return indexes.isEmpty() ? null : indexes.stream().sorted().toList().get((indexes.size() - 1) / 2);
    }
}
