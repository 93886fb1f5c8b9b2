package io.bellwether.notify.slack;

import io.bellwether.alert.Alert;
import io.bellwether.alert.AlertsChanged;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** This node's share of keeping Slack up to date: looks at once when an alert changed here, else at a steady pace. */
@Singleton
class SlackRefreshLoop {

    private static final Logger LOG = Logger.getLogger(SlackRefreshLoop.class);
    private static final Duration PACE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final SlackRefresh refresh;
    private final SlackPosts posts;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("slack refresh").unstarted(this::run);
    private boolean failing;
    private volatile boolean stopped;

    SlackRefreshLoop(SlackRefresh refresh, SlackPosts posts) {
        this.refresh = refresh;
        this.posts = posts;
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        wake.release();
        thread.join(PATIENCE);
    }

    /** In the transaction of the change, so that a node that dies then forgets nothing. */
    void changed(@Observes AlertsChanged event) {
        posts.stale(event.alerts().stream().map(Alert::id).toList());
    }

    void visible(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlertsChanged event) {
        wake.release();
    }

    private void run() {
        try {
            while (!stopped) {
                round();
                if (wake.tryAcquire(PACE.toMillis(), TimeUnit.MILLISECONDS)) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure, such as a lost database, is told once, not at every look. */
    private void round() {
        try {
            while (!stopped && refresh.next()) {
                failing = false;
            }
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.errorf(
                        "Messages in Slack are not brought up to date: %s; trying on.",
                        e.getClass().getName());
            }
            failing = true;
        }
    }
}
