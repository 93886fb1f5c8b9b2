package io.bellwether.alert;

import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a vendor is slow by its own measure. One slow answer is chance: an alert opens only when the middle of the last
 * five good answers is slow, or when the last three were DEGRADED; it then lasts until answers are normal again.
 */
final class SlownessJudge {

    static final int WINDOW = 5;
    private static final int DEGRADED_IN_A_ROW = 3;

    private SlownessJudge() {}

    /** @param duration milliseconds */
    record Answer(Outcome outcome, double duration) {}

    /**
     * @param baseline median duration of what is normal, milliseconds; null when there is too little history
     */
    static boolean slow(Answer answer, @Nullable Double baseline, RuleSettings.Slowness settings) {
        return answer.outcome() == Outcome.DEGRADED || slow(answer.duration(), baseline, settings);
    }

    /** @param recent the newest good answers, newest first */
    static boolean confirmed(List<Answer> recent, @Nullable Double baseline, RuleSettings.Slowness settings) {
        return slowByBaseline(recent, baseline, settings) || degradedInARow(recent);
    }

    /** As the first half of {@link #confirmed}. */
    static boolean slowByBaseline(List<Answer> recent, @Nullable Double baseline, RuleSettings.Slowness settings) {
        return recent.size() >= WINDOW && slow(median(recent), baseline, settings);
    }

    /** @param ongoing whether an alert is open or pending; then one slow answer keeps it so */
    static Signal judge(boolean slow, boolean confirmed, boolean ongoing, ActiveRule<RuleSettings.Slowness> rule) {
        if (!slow) {
            return Signal.GOOD;
        }
        return confirmed || ongoing ? rule.bad() : Signal.NO_DATA;
    }

    /** @param recent at least {@value #WINDOW}, newest first */
    static double median(List<Answer> recent) {
        double[] durations = recent.stream()
                .limit(WINDOW)
                .mapToDouble(Answer::duration)
                .sorted()
                .toArray();
        return durations[WINDOW / 2];
    }

    private static boolean degradedInARow(List<Answer> recent) {
        return recent.size() >= DEGRADED_IN_A_ROW
                && recent.stream().limit(DEGRADED_IN_A_ROW).allMatch(answer -> answer.outcome() == Outcome.DEGRADED);
    }

    private static boolean slow(double duration, @Nullable Double baseline, RuleSettings.Slowness settings) {
        return baseline != null && duration >= settings.factor() * baseline && duration >= baseline + settings.riseMs();
    }
}
