package io.bellwether.core.score;

import io.bellwether.core.Voices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How fast a vendor answers. From 100 are taken
 *
 * <ul>
 *   <li>for being slower than its own baseline, by the factor between the 95th percentiles: nothing up to 1.2, 10 at 1.5, 25
 *       at 2, 45 at 3, 60 from 5; a baseline under 100 ms counts as 100 ms, because nobody feels 20 ms become 60;
 *   <li>for the share of answers over the probe's own threshold (DEGRADED): 5 at 5 %, 20 at 25 %, 40 at all;
 *   <li>for being slow in absolute terms: nothing up to 1 s, 10 at 2 s, 30 at 5 s, 50 from 10 s.
 * </ul>
 *
 * <p>Of several probes the one that lost most speaks for the vendor. Confidence grows to 0.5 with 30 recent observations and
 * by another 0.5 with 200 in the baseline. Fewer than 5 recent observations give no score.
 */
public final class LatencyScore {

    private static final Curve LOST_BY_FACTOR = new Curve(Map.of(1.2, 0.0, 1.5, 10.0, 2.0, 25.0, 3.0, 45.0, 5.0, 60.0));
    private static final Curve LOST_BY_DEGRADED_SHARE = new Curve(Map.of(0.0, 0.0, 0.05, 5.0, 0.25, 20.0, 1.0, 40.0));
    private static final Curve LOST_BY_MILLISECONDS =
            new Curve(Map.of(1_000.0, 0.0, 2_000.0, 10.0, 5_000.0, 30.0, 10_000.0, 50.0));
    private static final double UNFELT_MILLISECONDS = 100;
    private static final long FEWEST_RECENT = 5;
    private static final long FEWEST_BASELINE = 20;
    private static final double ENOUGH_RECENT = 30;
    private static final double ENOUGH_BASELINE = 200;

    private LatencyScore() {}

    public static DimensionScore of(List<LatencyEvidence> probes) {
        return probes.stream()
                .filter(evidence -> evidence.recentCount() >= FEWEST_RECENT)
                .map(LatencyScore::of)
                .min(Comparator.comparingInt(LatencyScore::points))
                .orElseGet(() -> DimensionScore.unknown(
                        newest(probes),
                        new Voices(
                                "Fewer than " + FEWEST_RECENT + " good observations of an http probe in 24 hours.",
                                "Too few answers in the last day to judge its speed.")));
    }

    private static DimensionScore of(LatencyEvidence evidence) {
        List<Deduction> deductions = new ArrayList<>();
        if (evidence.baselineP95() != null && evidence.baselineCount() >= FEWEST_BASELINE) {
            deductions.add(slowerThanUsual(evidence, evidence.baselineP95()));
        }
        deductions.add(degraded(evidence));
        deductions.add(slow(evidence));
        return Deductions.score(deductions, confidence(evidence), evidence.asOf());
    }

    private static int points(DimensionScore score) {
        return score.score() == null ? 100 : score.score();
    }

    private static Deduction slowerThanUsual(LatencyEvidence evidence, double baseline) {
        double factor = evidence.recentP95() / Math.max(baseline, UNFELT_MILLISECONDS);
        String times = Phrases.decimal(factor, 1);
        Voices text = new Voices(
                "p95 " + milliseconds(evidence.recentP95()) + " over 24 h, baseline " + milliseconds(baseline)
                        + " over 28 days: factor " + times + ".",
                "It answers about " + times + " times slower than usual.");
        return new Deduction("slower-than-usual", LOST_BY_FACTOR.at(factor), evidence.since(), evidence.source(), text);
    }

    private static Deduction degraded(LatencyEvidence evidence) {
        String share = Phrases.percent(evidence.degradedShare(), 1);
        Voices text = new Voices(
                share + " of answers in 24 h exceeded the probe's degraded threshold.",
                "In the last day " + Phrases.percent(evidence.degradedShare(), 0)
                        + " of our checks took longer than they should.");
        return new Deduction(
                "degraded-answers",
                LOST_BY_DEGRADED_SHARE.at(evidence.degradedShare()),
                evidence.since(),
                evidence.source(),
                text);
    }

    private static Deduction slow(LatencyEvidence evidence) {
        Voices text = new Voices(
                "p95 " + milliseconds(evidence.recentP95()) + " over 24 h; more than 1000 ms counts.",
                "People wait up to " + Phrases.decimal(evidence.recentP95() / 1_000, 1) + " seconds for an answer.");
        return new Deduction(
                "slow", LOST_BY_MILLISECONDS.at(evidence.recentP95()), evidence.since(), evidence.source(), text);
    }

    private static double confidence(LatencyEvidence evidence) {
        return 0.5 * Math.min(1, evidence.recentCount() / ENOUGH_RECENT)
                + 0.5 * Math.min(1, evidence.baselineCount() / ENOUGH_BASELINE);
    }

    private static String milliseconds(double value) {
        return Phrases.decimal(value, 0) + " ms";
    }

    private static @Nullable Instant newest(List<LatencyEvidence> probes) {
        return probes.stream()
                .map(LatencyEvidence::asOf)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
