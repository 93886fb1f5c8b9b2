package io.bellwether.core.slo;

import java.time.Instant;
import java.util.List;

/** What one probe says as time goes on: its runs, which are in order of time, read forwards only. */
final class Voice {

    private final List<Run> runs;
    private int next;

    Voice(List<Run> runs) {
        this.runs = runs;
    }

    /** @param time not before the one asked for last */
    Run.State at(Instant time) {
        while (next < runs.size() && !runs.get(next).first().isAfter(time)) {
            next++;
        }
        return next > 0 && run().end().isAfter(time) ? run().state() : Run.State.UNKNOWN;
    }

    /** The run that spoke last at the time asked for. */
    Run run() {
        return runs.get(next - 1);
    }

    /**
     * The earliest time at which what this run says may have become true: just after the observation before it, whose
     * interval may have been another one.
     */
    Instant earliest() {
        if (next > 1) {
            Run before = runs.get(next - 2);
            if (!before.end().isBefore(run().first()) && before.lastDue().isBefore(run().first())) {
                return before.lastDue();
            }
        }
        return run().first().minus(run().every());
    }
}
