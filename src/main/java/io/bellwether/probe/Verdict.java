package io.bellwether.probe;

import io.bellwether.core.Cause;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.PostureEvidence;
import io.bellwether.platform.egress.WireFailure;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt says.
 *
 * @param reason what happened, in one sentence with the figures
 * @param detail evidence as JSON-shaped values
 * @param evidence what was seen of the vendor's posture, for rule sets to judge
 * @param millis what counts as the attempt's duration, in milliseconds, where that is not its whole length
 */
public record Verdict(
        Outcome outcome,
        Cause cause,
        String reason,
        Phases phases,
        Map<String, Object> detail,
        List<Finding> findings,
        List<PostureEvidence> evidence,
        @Nullable Double millis) {

    /** A verdict of an attempt whose whole length is its duration. */
    public Verdict(
            Outcome outcome,
            Cause cause,
            String reason,
            Phases phases,
            Map<String, Object> detail,
            List<Finding> findings) {
        this(outcome, cause, reason, phases, detail, findings, List.of(), null);
    }

    public static Verdict of(Outcome outcome, Cause cause, String reason) {
        return new Verdict(outcome, cause, reason, Phases.NONE, Map.of(), List.of());
    }

    /** What a failed exchange says about a vendor we wanted to use. */
    public static Verdict of(WireFailure failure) {
        return new Verdict(
                failure.outcome(), failure.failureCause(), failure.reason(), failure.phases(), Map.of(), List.of());
    }

    /** What a failed exchange says where we only wanted to read something: that we do not know. */
    public static Verdict unknown(WireFailure failure) {
        return of(failure).as(Outcome.UNKNOWN);
    }

    /** The same with something that was seen of the vendor's posture. */
    public Verdict showing(PostureEvidence seen) {
        return new Verdict(outcome, cause, reason, phases, detail, findings, List.of(seen), millis);
    }

    /** The same with a duration of its own, in milliseconds. */
    public Verdict lasting(double duration) {
        return new Verdict(outcome, cause, reason, phases, detail, findings, evidence, duration);
    }

    private Verdict as(Outcome other) {
        return new Verdict(other, cause, reason, phases, detail, findings, evidence, millis);
    }
}
