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
    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Watch watch;
    private final boolean enabled;
    private final Duration pause;
    private final Semaphore stop = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().name("watch").unstarted(this::run);
    private boolean failing;

    WatchLoop(Watch watch, WatchSettings settings, HeartbeatSettings heartbeat) {
        this.watch = watch;
        this.enabled = settings.enabled();
        refuseWrong(heartbeat);
        Duration often = heartbeat.interval().dividedBy(LOOKS_PER_BEAT);
        this.pause = often.compareTo(settings.every()) < 0 ? often : settings.every();
    }

    /** At start, so that nobody relies on a heartbeat that never comes. */
    private static void refuseWrong(HeartbeatSettings heartbeat) {
        heartbeat.url().ifPresent(url -> {
            if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                throw new IllegalStateException("BELLWETHER_HEARTBEAT_URL must be an http or https address.");
            }
        });
        if (heartbeat.interval().compareTo(SHORTEST) < 0) {
            throw new IllegalStateException("BELLWETHER_HEARTBEAT_INTERVAL must be at least " + SHORTEST + ".");
        }
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
