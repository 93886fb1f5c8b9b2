package io.bellwether.probe;

import io.bellwether.platform.egress.Deadline;
import java.time.Instant;

/**
 * What an attempt may use.
 *
 * @param startedAt the wall-clock time of the attempt's begin
 * @param deadline when it must have ended
 */
public record ProbeContext(Instant startedAt, Deadline deadline) {}
