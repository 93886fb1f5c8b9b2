package io.bellwether.history;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The confirmed result of a probe at one due time: its verdict, or what one of the locations saw that the verdict is made of.
 *
 * @param deciding whether it says that the vendor's service can be used or not
 * @param location which of the probe's locations saw it; empty for the verdict, and for a probe without locations
 * @param at the due time; there is at most one observation per probe, location and due time
 * @param startedAt when the first attempt began; the difference to {@code at} is the lateness
 * @param every the probe's interval then: the time this observation speaks for
 * @param duration the deciding attempt's length in milliseconds
 * @param attempts all attempts, the deciding one last
 * @param node who ran it
 */
public record Observation(
        UUID probeId,
        UUID vendorId,
        String kind,
        boolean deciding,
        String location,
        Instant at,
        Instant startedAt,
        Duration every,
        Outcome outcome,
        Cause cause,
        String reason,
        double duration,
        Phases phases,
        Map<String, Object> detail,
        List<Attempt> attempts,
        String node) {

    /** Follows from the probe, the location and the due time, so it needs no place in the history. */
    public UUID id() {
        return Ids.of(verdict() ? probeId : Ids.of(probeId, location), at);
    }

    /** Whether it is what counts: in states, scores, availability and alerts. */
    public boolean verdict() {
        return location.isEmpty();
    }
}
