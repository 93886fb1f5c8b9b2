package io.bellwether.history;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import java.time.Instant;
import java.util.UUID;

/**
 * The latest observation of a probe.
 *
 * @param deciding whether it says that the vendor's service can be used or not
 * @param at its due time
 * @param since when the outcome began: the due time of the first observation of the unbroken row that says the same
 * @param duration milliseconds
 */
public record LatestState(
        UUID probeId,
        UUID vendorId,
        boolean deciding,
        Instant at,
        Outcome outcome,
        Instant since,
        Cause cause,
        String reason,
        double duration) {}
