package io.bellwether.history;

import io.bellwether.core.sketch.Sketch;
import io.bellwether.core.sketch.SketchBuilder;
import io.bellwether.core.slo.Run;
import java.util.List;

/**
 * What one probe's observations of a period say together, put together for those who ask.
 *
 * @param parts without overlap, in order of time
 */
record Summary(List<Rollup> parts) {

    Counts counts() {
        return parts.stream().map(Rollup::counts).reduce(Counts.NONE, Counts::plus);
    }

    /** Of the good observations. */
    Sketch durations() {
        SketchBuilder durations = new SketchBuilder();
        parts.forEach(part -> durations.add(part.timings().duration()));
        return durations.build();
    }

    List<Run> runs() {
        return Runs.join(parts.stream().map(Rollup::runs).toList());
    }
}
