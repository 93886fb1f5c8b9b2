package io.bellwether.dashboard.portfolio;

import io.bellwether.core.Outcome;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a vendor can be used now.
 *
 * @param outcome the worst that its probes say
 * @param since the instant from which that has been so; null when unknown
 * @param checkedAt the newest observation of any probe that counts; null without one
 */
public record VendorStatus(
        Outcome outcome, @Nullable Instant since, @Nullable Instant checkedAt) {

    private static final String CERTIFICATE = "tls";

    /**
     * The rule, first match wins:
     *
     * <ol>
     *   <li>DOWN when any probe that decides availability says DOWN;
     *   <li>DEGRADED when any of them says DEGRADED, or any {@code tls} probe says DOWN or DEGRADED: people
     *       can still work, but browsers will soon refuse;
     *   <li>UP when any of them says UP;
     *   <li>UNKNOWN otherwise. Other kinds do not count, UNKNOWN outcomes neither, nor stale states.
     * </ol>
     *
     * A bad status holds since the first of the probes that cause it said so, UP since the last one became UP.
     */
    public static VendorStatus of(Collection<ProbeState> states, Instant now) {
        Instant checkedAt = states.stream()
                .filter(state -> state.deciding() || state.kind().equals(CERTIFICATE))
                .map(ProbeState::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
        List<ProbeState> fresh =
                states.stream().filter(state -> !state.stale(now)).toList();
        for (Outcome outcome : List.of(Outcome.DOWN, Outcome.DEGRADED, Outcome.UP)) {
            List<Instant> since = fresh.stream()
                    .filter(state -> speaksFor(state) == outcome)
                    .map(ProbeState::since)
                    .sorted()
                    .toList();
            if (!since.isEmpty()) {
                return new VendorStatus(outcome, outcome == Outcome.UP ? since.getLast() : since.getFirst(), checkedAt);
            }
        }
        return new VendorStatus(Outcome.UNKNOWN, null, checkedAt);
    }

    /** The vendor's status as far as this one probe can tell. */
    private static Outcome speaksFor(ProbeState state) {
        if (state.deciding()) {
            return state.outcome();
        }
        boolean warns = state.kind().equals(CERTIFICATE)
                && (state.outcome() == Outcome.DOWN || state.outcome() == Outcome.DEGRADED);
        return warns ? Outcome.DEGRADED : Outcome.UNKNOWN;
    }
}
