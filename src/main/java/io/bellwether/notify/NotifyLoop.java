package io.bellwether.notify;

import io.bellwether.alert.AlertsChanged;
import io.bellwether.alert.silence.SilencesChanged;
import io.bellwether.notify.person.QuietHoursChanged;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** This node's share of the delivering: looks for work at a steady pace, and at once when an alert changed or a message is through. */
@Singleton
class NotifyLoop {

    private static final Logger LOG = Logger.getLogger(NotifyLoop.class);
    /** So many in a row; then what has been enqueued goes out. */
    private static final int MOST_BATCHES = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(6);

    private final Dispatcher dispatcher;
    private final Fallbacks fallbacks;
    private final DeliveryWorker worker;
    private final OutboxAge age;
    private final AlertGroups groups;
    private final Duration poll;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("notify").unstarted(this::run);
    private boolean failing;
    private volatile boolean stopped;

    NotifyLoop(
            Dispatcher dispatcher,
            Fallbacks fallbacks,
            DeliveryWorker worker,
            OutboxAge age,
            AlertGroups groups,
            NotifySettings settings) {
        this.dispatcher = dispatcher;
        this.fallbacks = fallbacks;
        this.worker = worker;
        this.age = age;
        this.groups = groups;
        this.poll = settings.poll();
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        // Not by interrupt: that would tear a database connection in the middle of a statement.
        stopped = true;
        wake.release();
        thread.join(PATIENCE);
        worker.stop(PATIENCE);
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlertsChanged event) {
        wake.release();
    }

    /** In the transaction that changed the silences: the groups are looked at as soon as it is through. */
    void changed(@Observes SilencesChanged event) {
        groups.lookAtHeld();
    }

    /** As with silences. */
    void changed(@Observes QuietHoursChanged event) {
        groups.lookAtHeld();
    }

    private void run() {
        try {
            while (!stopped) {
                round();
                boolean woken = wake.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
                if (woken) {
                    wake.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What waits is enqueued before anything is sent: so a storm goes out in few messages. Whether there may be more. */
    private boolean enqueue() {
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            if (dispatcher.dispatch() < Dispatcher.BATCH) {
                return false;
            }
        }
        return true;
    }

    /** A failure, such as a lost database, is told once, not at every look. */
    private void round() {
        try {
            boolean more = enqueue();
            if (fallbacks.passOn() == Fallbacks.BATCH || more) {
                wake.release();
            }
            worker.start(wake::release);
            age.refresh();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("Notifications are held up; trying on.", e);
            }
            failing = true;
        }
    }
}
