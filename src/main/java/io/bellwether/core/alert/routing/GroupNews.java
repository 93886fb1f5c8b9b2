package io.bellwether.core.alert.routing;

import io.bellwether.core.alert.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a receiver is told of a group of alerts, and why: the first of these that holds.
 *
 * <ol>
 *   <li>He was never told, and something fires: {@link Reason#FIRST}.
 *   <li>Never told and nothing fires: no.
 *   <li>Something fires that did not when he was last told: {@link Reason#NEW_ALERTS}, or FIRST when then nothing fired.
 *   <li>Nothing fires any more, and then something did: {@link Reason#ALL_RESOLVED}.
 *   <li>Nothing fired then either: no.
 *   <li>Something more has been resolved: {@link Reason#SOME_RESOLVED}.
 *   <li>An alert that he knows has become more or less severe: {@link Reason#SEVERITY_CHANGED}.
 *   <li>He was last told longer ago than the repeat interval: {@link Reason#REPEAT}.
 * </ol>
 *
 * These are the rules of Prometheus Alertmanager, but for the severity, which there makes another alert.
 */
public final class GroupNews {

    private GroupNews() {}

    /** Why a group is told of. */
    public enum Reason {
        FIRST,
        NEW_ALERTS,
        ALL_RESOLVED,
        SOME_RESOLVED,
        SEVERITY_CHANGED,
        REPEAT,
        /** Nobody takes care any more of an alert that the receiver knows. */
        REMINDER,
        /** An alert that the receiver knows comes and goes, or does so no more. */
        STABILITY,
        /** Only alerts that are over, of which the receiver could not be told while they fired. */
        PASSED,
        /** A report of many alerts is due. */
        DIGEST
    }

    /**
     * The alerts of a group.
     *
     * @param firing how severe each is
     * @param resolved those that fired and do not any more
     */
    public record Standing(Map<String, Severity> firing, Set<String> resolved) {

        public Standing {
            firing = Map.copyOf(firing);
            resolved = Set.copyOf(resolved);
        }
    }

    /** What a receiver was last told, and when. */
    public record Told(Standing standing, Instant at) {}

    /**
     * @param last null when he was never told
     * @param now the time of the decision
     */
    public static Optional<Reason> reason(Standing standing, @Nullable Told last, Duration repeat, Instant now) {
        Map<String, Severity> firing = standing.firing();
        if (last == null) {
            return firing.isEmpty() ? Optional.empty() : Optional.of(Reason.FIRST);
        }
        Map<String, Severity> fired = last.standing().firing();
        if (!fired.keySet().containsAll(firing.keySet())) {
            return Optional.of(fired.isEmpty() ? Reason.FIRST : Reason.NEW_ALERTS);
        }
        if (firing.isEmpty()) {
            return fired.isEmpty() ? Optional.empty() : Optional.of(Reason.ALL_RESOLVED);
        }
        if (!last.standing().resolved().containsAll(standing.resolved())) {
            return Optional.of(Reason.SOME_RESOLVED);
        }
        if (!fired.entrySet().containsAll(firing.entrySet())) {
            return Optional.of(Reason.SEVERITY_CHANGED);
        }
        return now.isAfter(last.at().plus(repeat)) ? Optional.of(Reason.REPEAT) : Optional.empty();
    }
}
