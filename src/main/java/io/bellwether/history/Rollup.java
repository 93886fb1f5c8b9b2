package io.bellwether.history;

import io.bellwether.core.slo.Run;
import java.time.Instant;
import java.util.List;

/**
 * A summary of one probe's observations over a time.
 *
 * @param at the time's begin
 * @param runs in order of time; empty where they are not kept
 */
record Rollup(int series, Instant at, Counts counts, Timings timings, List<Run> runs) {

    /** Of the same series and a time that follows. */
    Rollup plus(Rollup later) {
        return new Rollup(
                series,
                at,
                counts.plus(later.counts),
                timings.merge(later.timings),
                Runs.join(List.of(runs, later.runs)));
    }
}
