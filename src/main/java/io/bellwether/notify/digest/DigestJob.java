package io.bellwether.notify.digest;

import io.quarkus.quartz.Nonconcurrent;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Looks for digests that are due; what was missed while no node was up is made up for at the first look. */
@Singleton
class DigestJob {

    private static final Logger LOG = Logger.getLogger(DigestJob.class);

    private final SubscriptionTable subscriptions;
    private final Digests digests;
    private final Clock clock;

    DigestJob(SubscriptionTable subscriptions, Digests digests, Clock clock) {
        this.subscriptions = subscriptions;
        this.digests = digests;
        this.clock = clock;
    }

    @Scheduled(identity = "digests", every = "30s")
    @Nonconcurrent
    void run() {
        run(clock.instant());
    }

    void run(Instant now) {
        subscriptions.due(now).forEach(key -> make(key, now));
    }

    /** One reader's trouble is not to cost the others their digest. */
    private void make(SubscriptionTable.Key key, Instant now) {
        try {
            digests.make(key, now);
        } catch (RuntimeException e) {
            LOG.errorf(e, "The digest %s for %s could not be made; it is tried again.", key.topic(), key.email());
        }
    }
}
