package io.bellwether.core.slo;

import java.time.Duration;
import java.util.List;

/**
 * How fast one probe was answered in a stretch of time.
 *
 * @param runs what its observations said, in order of time
 * @param slow good answers that took longer than a threshold
 * @param all good answers
 */
public record Answers(List<Run> runs, long slow, long all) {

    List<Run> answered() {
        return runs.stream().filter(run -> run.state() == Run.State.GOOD).toList();
    }

    /** The time that good answers speak for. */
    Duration answered(Span span) {
        return answered().stream().map(run -> run.within(span)).reduce(Duration.ZERO, Duration::plus);
    }

    double slowShare() {
        return all == 0 ? 0 : (double) slow / all;
    }
}
