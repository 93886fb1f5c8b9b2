package io.bellwether.core;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One try on the wire. Every attempt is kept as evidence; only the observation made of them counts.
 *
 * @param startedAt when the attempt began
 * @param duration in milliseconds, monotonic: its whole length, or what the kind of probe measures instead, such as the
 *     average of several round trips
 * @param reason what happened, in one sentence
 * @param detail evidence as JSON-shaped values: status, address, protocol, certificate …
 * @param findings what was learnt beyond the outcome
 * @param evidence what was seen of the vendor's posture, for rule sets to judge
 */
public record Attempt(
        Instant startedAt,
        Outcome outcome,
        Cause cause,
        String reason,
        double duration,
        Phases phases,
        Map<String, Object> detail,
        List<Finding> findings,
        List<PostureEvidence> evidence) {

    /** One that looked at nothing of the posture. */
    public Attempt(
            Instant startedAt,
            Outcome outcome,
            Cause cause,
            String reason,
            double duration,
            Phases phases,
            Map<String, Object> detail,
            List<Finding> findings) {
        this(startedAt, outcome, cause, reason, duration, phases, detail, findings, List.of());
    }

    /**
     * In the detail: for how many milliseconds of the attempt the node that made it stood still. There only when it was so long
     * that its duration says little about the vendor.
     */
    public static final String STALLED = "stalledMs";
}
