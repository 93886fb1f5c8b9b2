package io.bellwether.core.watch;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What Bellwether's own work looks like at one time. A lag is zero when nothing is late.
 *
 * @param unclaimed how long the oldest due time has waited to be claimed
 * @param unstored how long the result of the oldest claimed due time is late, after all that its run may take
 * @param sinceResult how old the newest result is; null when there is none yet
 * @param shortestInterval of the probes that have a result; null when there is none
 * @param undispatched how long the oldest transition has waited for a decision who is told
 * @param unsent for how long the oldest message could have been sent and was not
 * @param sinceAttempt how long ago the last message was sent, whatever came of it; null when there was none yet
 * @param oldestCritical how long the oldest critical news has been on its way to somebody
 * @param waitingP99 how long 99 of 100 news that wait have waited at most
 */
public record Vitals(
        Duration unclaimed,
        Duration unstored,
        @Nullable Duration sinceResult,
        @Nullable Duration shortestInterval,
        Duration undispatched,
        Duration unsent,
        @Nullable Duration sinceAttempt,
        Duration oldestCritical,
        Duration waitingP99) {

    /** How far evaluation is behind, whatever the reason. */
    public Duration evaluationLag() {
        return longest(unclaimed, longest(unstored, silence()));
    }

    /** How long results have been missing; zero while the next need not be there yet. */
    private Duration silence() {
        if (sinceResult == null || shortestInterval == null) {
            return Duration.ZERO;
        }
        return longest(Duration.ZERO, sinceResult.minus(shortestInterval));
    }

    private static Duration longest(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
