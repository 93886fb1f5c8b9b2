package io.bellwether.history;

import io.bellwether.core.slo.Run;
import java.util.List;

/** What one probe's observations of a period say together. */
record Summary(Counts counts, Timings timings, List<Run> runs) {

    static Summary of(List<Rollup> parts) {
        return new Summary(
                parts.stream().map(Rollup::counts).reduce(Counts.NONE, Counts::plus),
                parts.stream().map(Rollup::timings).reduce(Timings.NONE, Timings::merge),
                Runs.join(parts.stream().map(Rollup::runs).toList()));
    }
}
