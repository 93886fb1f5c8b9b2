package io.bellwether.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What was broken when.
 *
 * @param begin first due time that counts
 * @param away PostgreSQL
 * @param silent DNS
 * @param dead one of the nodes
 * @param end exclusive
 */
record FaultsTimeline(Instant begin, List<FaultsWindow> away, FaultsWindow silent, FaultsWindow dead, Instant end) {

    /** As long before its due time a probe is claimed at most. */
    static final Duration LOOK_AHEAD = Duration.ofSeconds(2);

    /** What was due then had been claimed by the node that was killed, if it was that. */
    FaultsWindow atTheKill() {
        return new FaultsWindow(dead.from().minus(LOOK_AHEAD), dead.from().plus(LOOK_AHEAD));
    }

    /** Whether nobody could claim what was due then, or a node that had claimed it could not give it back. */
    boolean withoutDatabase(Instant due) {
        return away.stream().map(window -> window.earlier(LOOK_AHEAD)).anyMatch(window -> window.contains(due));
    }
}
