package io.bellwether.core.score.explain;

import io.bellwether.core.Dimension;
import io.bellwether.core.score.explain.ChangeReason.Kind;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers what moves the mean from one standing to the next. Where other rules made the scores, drivers cannot be compared and
 * all of the step is the rules'. Else other weights come first, then what counts at all, and the rest is the drivers'.
 */
final class ChangeLedger {

    /**
     * What is one reason.
     *
     * @param kind null for a driver
     */
    record Key(@Nullable Kind kind, @Nullable Dimension dimension, String signal) {

        static final Key RULES = new Key(Kind.RULES, null, "rule-set");
        static final Key WEIGHTS = new Key(Kind.WEIGHTS, null, "tier-weights");
        static final Key COVERAGE = new Key(Kind.COVERAGE, null, "coverage");

        static Key of(Loss loss) {
            return new Key(null, loss.dimension(), loss.signal());
        }
    }

    private final Map<Key, Double> points = new LinkedHashMap<>();
    private final Map<Key, Loss> evidence = new HashMap<>();

    /** The first standing. */
    ChangeLedger(IndexStanding first) {
        remember(first.losses());
    }

    /** From one standing to the next. */
    void step(IndexStanding from, IndexStanding to) {
        remember(to.losses());
        double lost = Losses.sum(from.losses());
        if (!from.rules().equals(to.rules())) {
            add(Key.RULES, lost - Losses.sum(to.losses()));
            return;
        }
        double reweighted = Losses.sum(Losses.of(from.scores(), to.weights(), from.counted()));
        add(Key.WEIGHTS, lost - reweighted);
        List<Loss> before = Losses.of(from.scores(), to.weights(), to.counted());
        add(Key.COVERAGE, reweighted - Losses.sum(before));
        before.forEach(loss -> add(Key.of(loss), loss.points()));
        to.losses().forEach(loss -> add(Key.of(loss), -loss.points()));
    }

    /** Points gained or, below 0, lost by each reason that moved anything, before rounding. */
    Map<Key, Double> points() {
        Map<Key, Double> moved = new LinkedHashMap<>(points);
        moved.values().removeIf(gained -> Math.abs(gained) < WholePoints.NOTHING);
        return moved;
    }

    /** The heaviest driver of a reason when it was there last; null when the reason is no driver. */
    @Nullable Loss evidence(Key key) {
        return evidence.get(key);
    }

    private void add(Key key, double gained) {
        points.merge(key, gained, Double::sum);
    }

    private void remember(List<Loss> heaviestFirst) {
        Map<Key, Loss> heaviest = new HashMap<>();
        heaviestFirst.forEach(loss -> heaviest.putIfAbsent(Key.of(loss), loss));
        evidence.putAll(heaviest);
    }
}
