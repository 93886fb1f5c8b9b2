package io.bellwether.fact.posture;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Drops evidence that is too old to be asked for; the latest of each target stays. */
@Singleton
class Retention {

    private final EvidenceTable table;
    private final Duration keep;
    private final Clock clock;

    /** @param keep {@code bellwether.posture.keep} */
    Retention(
            EvidenceTable table,
            @ConfigProperty(name = "bellwether.posture.keep", defaultValue = "P800D") Duration keep,
            Clock clock) {
        this.table = table;
        this.keep = keep;
        this.clock = clock;
    }

    @Scheduled(identity = "posture-retention", cron = "0 41 3 * * ?")
    void run() {
        table.forget(clock.instant().minus(keep));
    }
}
