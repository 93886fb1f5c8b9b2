package io.bellwether.probe.courtesy;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;

/** Drops what is known of hosts that nobody contacts any more. */
@Singleton
class Forgetting {

    private final Ledger ledger;
    private final RobotsTable robots;
    private final Turns turns;

    Forgetting(Ledger ledger, RobotsTable robots, Turns turns) {
        this.ledger = ledger;
        this.robots = robots;
        this.turns = turns;
    }

    @Scheduled(identity = "courtesy-cleanup", cron = "0 41 * * * ?")
    void run() {
        ledger.forget();
        robots.forget();
        turns.forgetIdle();
    }
}
