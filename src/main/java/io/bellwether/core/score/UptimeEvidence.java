package io.bellwether.core.score;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a vendor's uptime in a window of up to 30 days.
 *
 * @param availability share of the known time that was not down, 0 to 1; null when nothing is known
 * @param downMinutes how long it was down, at least
 * @param incidents how many times it went down
 * @param outage the one that lasts; null when there is none
 * @param contradictions outages in which its own status page claimed that all was well
 * @param contradictedMinutes how long it claimed so
 * @param coverage share of the time that could be known that is known, 0 to 1
 * @param since the begin of the first outage in the window, or of the window
 * @param asOf the newest observation; null without any
 * @param source where the observations are
 */
public record UptimeEvidence(
        @Nullable Double availability,
        double downMinutes,
        int incidents,
        @Nullable Outage outage,
        int contradictions,
        double contradictedMinutes,
        double coverage,
        Instant since,
        @Nullable Instant asOf,
        String source) {

    /**
     * The vendor is down now.
     *
     * @param source where the observations of this outage are
     */
    public record Outage(Instant since, String source) {}
}
