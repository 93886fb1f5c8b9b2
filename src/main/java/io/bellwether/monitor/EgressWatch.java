package io.bellwether.monitor;

import io.bellwether.alert.OwnEgress;
import io.bellwether.probe.WayOut;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Reports when this node's own way out breaks and when it is mended, and says again and again while it is broken. */
@Singleton
class EgressWatch {

    private static final Duration AGAIN = Duration.ofSeconds(30);

    private final WayOut wayOut;
    private final Presence presence;
    private final OwnEgress alerts;
    private final Clock clock;
    /** As if it had been broken: what a node of this location said before it ended is mended by the first look. */
    private boolean reported = true;

    private Instant reportedAt = Instant.EPOCH;

    EgressWatch(WayOut wayOut, Presence presence, OwnEgress alerts, Clock clock) {
        this.wayOut = wayOut;
        this.presence = presence;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** What cannot be written now is written at the next look. */
    void look(NodeName node) throws InterruptedException {
        int unanswered = wayOut.stillUnanswered();
        boolean broken = unanswered > 0;
        Instant now = clock.instant();
        if (broken == reported && !(broken && now.isAfter(reportedAt.plus(AGAIN)))) {
            return;
        }
        alerts.learn(new OwnEgress.Report(node.location(), unanswered, presence.elsewhere(node), now));
        reported = broken;
        reportedAt = now;
    }
}
