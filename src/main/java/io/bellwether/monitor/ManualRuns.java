package io.bellwether.monitor;

import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * The runs and scans that people ask for on this node, outside the schedule. Unlike scheduled runs each stores its own result, so
 * that without a bound they would take all connections to the database; nobody is made to wait, since a run may take minutes.
 */
@Singleton
class ManualRuns {

    /** What the API says of the answer when there is no place. */
    static final String BUSY =
            "As many runs and scans are under way on this node as may be at once; Retry-After says when to ask again";

    /** Many runs last about as long. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final int most;
    private final Semaphore places;

    ManualRuns(MonitorSettings settings) {
        this.most = settings.manualRuns();
        this.places = new Semaphore(most);
    }

    /** A place that is held until it is closed. */
    interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /** @throws Problem 503 when as many are under way as may be */
    Place take() {
        if (!places.tryAcquire()) {
            throw Problem.busy(
                    "Too many runs",
                    "As many runs and scans are under way on this node as may be at once: %d. Ask again in %d seconds."
                            .formatted(most, RETRY_AFTER.toSeconds()),
                    RETRY_AFTER);
        }
        return places::release;
    }
}
