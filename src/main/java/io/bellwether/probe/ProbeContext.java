package io.bellwether.probe;

import io.bellwether.platform.egress.Deadline;
import java.time.Instant;

/**
 * What an attempt may use.
 *
 * @param startedAt the wall-clock time of the attempt's begin
 * @param deadline when it must have ended
 * @param confirms whether it is to confirm a bad one before it, and so must rest on nothing that was left behind
 */
public record ProbeContext(Instant startedAt, Deadline deadline, boolean confirms) {

    /** The first attempt of a run. */
    public ProbeContext(Instant startedAt, Deadline deadline) {
        this(startedAt, deadline, false);
    }
}
