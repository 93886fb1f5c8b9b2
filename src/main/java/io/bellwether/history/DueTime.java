package io.bellwether.history;

import java.time.Instant;
import java.util.UUID;

/** One due time of one probe. */
public record DueTime(UUID probeId, Instant at) {}
