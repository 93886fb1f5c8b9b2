package io.bellwether.watch;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Looks again and again, in a thread of its own: what it watches cannot hold it up. */
@Singleton
class WatchLoop {

    private static final Logger LOG = Logger.getLogger(WatchLoop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int LOOKS_PER_BEAT = 4;

    private final Watch watch;
    private final boolean enabled;
    private final Duration pause;
    private final Semaphore stop = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("watch").unstarted(this::run);
    private boolean failing;

    WatchLoop(Watch watch, WatchSettings settings, HeartbeatSettings heartbeat) {
        this.watch = watch;
        this.enabled = settings.enabled();
        Duration often = heartbeat.interval().dividedBy(LOOKS_PER_BEAT);
        this.pause = often.compareTo(settings.every()) < 0 ? often : settings.every();
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (enabled) {
            stop.release();
            thread.join(PATIENCE);
        }
    }

    /** The first look comes after a pause: what became late while no node ran is caught up with by then. */
    private void run() {
        try {
            while (!stop.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A failure, such as a lost database, is told once, not at every look. */
    private void look() {
        try {
            watch.look();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("Bellwether cannot watch itself; there is no heartbeat until it can.", e);
            }
            failing = true;
        }
    }
}
