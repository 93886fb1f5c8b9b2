package io.bellwether.platform;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Jdbi;

/** Drops what has served its time: answers to repeat for a day, and web sessions that have ended. */
@Singleton
class Cleanup {

    private final Jdbi jdbi;

    Cleanup(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Scheduled(identity = "platform-cleanup", cron = "0 17 * * * ?")
    void run() {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM idempotency_key WHERE created_at < now() - INTERVAL '1 day'");
            handle.execute("DELETE FROM web_session WHERE expires_at < now()");
        });
    }
}
