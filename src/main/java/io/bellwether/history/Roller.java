package io.bellwether.history;

import io.bellwether.core.slo.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Summarises observations, which come series by series and in order of time, slot by slot. */
final class Roller {

    private final Level level;
    private final Consumer<Rollup> consumer;
    private final List<Moment> open = new ArrayList<>();

    Roller(Level level, Consumer<Rollup> consumer) {
        this.level = level;
        this.consumer = consumer;
    }

    void add(Moment moment) {
        if (!open.isEmpty() && !sameSlot(open.getFirst(), moment)) {
            finish();
        }
        open.add(moment);
    }

    /** Hands over the last slot. */
    void finish() {
        if (!open.isEmpty()) {
            consumer.accept(rollup(level.floor(open.getFirst().at()), open, level.hasRuns()));
            open.clear();
        }
    }

    /** @param moments of one series, in order of time, at least one */
    static Rollup rollup(Instant at, List<Moment> moments, boolean withRuns) {
        Counts counts = Counts.NONE;
        for (Moment moment : moments) {
            counts = counts.plus(moment.outcome());
        }
        List<Run> runs = withRuns ? Runs.of(moments) : List.of();
        return new Rollup(moments.getFirst().series(), at, counts, Timings.of(moments), runs);
    }

    private boolean sameSlot(Moment one, Moment other) {
        return one.series() == other.series() && level.floor(one.at()).equals(level.floor(other.at()));
    }
}
