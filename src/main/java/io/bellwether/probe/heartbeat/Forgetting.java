package io.bellwether.probe.heartbeat;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Drops what belongs to heartbeats that are no more. */
@Singleton
class Forgetting {

    private final PingTable pings;
    private final PingLimit limit;

    Forgetting(PingTable pings, PingLimit limit) {
        this.pings = pings;
        this.limit = limit;
    }

    @Scheduled(identity = "heartbeat-cleanup", cron = "0 23 * * * ?")
    void run() {
        pings.forgetRemoved();
        limit.forgetIdle();
    }
}
