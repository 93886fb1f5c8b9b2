package io.bellwether.probe;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Blames no vendor for what this node does to itself: a network of ours that is broken, a time in which we stood still. */
@Singleton
final class BlameGuard {

    private static final Set<Cause> NEEDS_TIME = Set.of(Cause.SLOW, Cause.DEADLINE, Cause.CONNECT_TIMEOUT);

    /** A refused connection is not among them: something answered. */
    private static final Set<Cause> NEEDS_NETWORK = Set.of(
            Cause.DNS_NO_ADDRESS,
            Cause.DNS_FAILED,
            Cause.CONNECTION_RESET,
            Cause.CONNECT_TIMEOUT,
            Cause.NETWORK_UNREACHABLE,
            Cause.DEADLINE,
            Cause.OVERDUE);

    private final Egress egress;
    private final Stalls stalls;

    BlameGuard(Egress egress, Stalls stalls) {
        this.egress = egress;
        this.stalls = stalls;
    }

    /** The attempt that has just ended, as UNKNOWN where its failure may be our own. What it said stays in its detail. */
    Attempt checked(Attempt attempt) throws InterruptedException {
        long lost = stalls.notable(Duration.ofNanos(Math.round(attempt.duration() * 1e6)))
                .toMillis();
        if (lost > 0 && NEEDS_TIME.contains(attempt.cause())) {
            return stalled(attempt, lost);
        }
        if (attempt.outcome().good()) {
            return lost == 0 ? attempt : with(attempt, Map.of(Attempt.STALLED, lost));
        }
        int unanswered = NEEDS_NETWORK.contains(attempt.cause()) ? egress.unanswered() : 0;
        return unanswered == 0 ? attempt : cutOff(attempt, unanswered);
    }

    private static Attempt stalled(Attempt attempt, long lost) {
        String reason = "This node itself stood still for %d of %d ms; the vendor is not blamed."
                .formatted(lost, Math.round(attempt.duration()));
        return unknown(
                with(attempt, Map.of(Attempt.STALLED, lost, "measured", measured(attempt))), Cause.STALLED, reason);
    }

    private static Attempt cutOff(Attempt attempt, int unanswered) {
        String reason = "Our own network seems to be broken: none of the " + unanswered
                + " reference targets answered; the vendor is not blamed.";
        return unknown(with(attempt, Map.of("measured", measured(attempt))), Cause.EGRESS, reason);
    }

    private static Map<String, Object> measured(Attempt attempt) {
        return Map.of(
                "outcome", attempt.outcome().name(),
                "cause", attempt.cause().name(),
                "reason", attempt.reason());
    }

    private static Attempt with(Attempt attempt, Map<String, Object> more) {
        Map<String, Object> detail = new LinkedHashMap<>(attempt.detail());
        detail.putAll(more);
        return new Attempt(
                attempt.startedAt(),
                attempt.outcome(),
                attempt.cause(),
                attempt.reason(),
                attempt.duration(),
                attempt.phases(),
                detail,
                attempt.findings(),
                attempt.evidence());
    }

    private static Attempt unknown(Attempt attempt, Cause cause, String reason) {
        return new Attempt(
                attempt.startedAt(),
                Outcome.UNKNOWN,
                cause,
                reason,
                attempt.duration(),
                attempt.phases(),
                attempt.detail(),
                attempt.findings(),
                attempt.evidence());
    }
}
