package io.bellwether.history;

import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Joins summaries, which come series by series and in order of time, to one for each series. */
final class Joiner {

    private final Instant at;
    private final Consumer<Rollup> consumer;
    private @Nullable Rollup open;

    Joiner(Instant at, Consumer<Rollup> consumer) {
        this.at = at;
        this.consumer = consumer;
    }

    void add(Rollup next) {
        if (open != null && open.series() == next.series()) {
            open = open.plus(next);
            return;
        }
        finish();
        open = new Rollup(next.series(), at, next.counts(), next.timings(), next.runs());
    }

    /** Hands over the last series. */
    void finish() {
        if (open != null) {
            consumer.accept(open);
            open = null;
        }
    }
}
