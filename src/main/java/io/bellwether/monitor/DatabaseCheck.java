package io.bellwether.monitor;

import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Tells a database that is away from work that fails for a reason of its own, and says once that it is. */
@Singleton
class DatabaseCheck {

    private static final Logger LOG = Logger.getLogger(DatabaseCheck.class);

    private final Jdbi jdbi;
    private final AtomicBoolean away = new AtomicBoolean();

    DatabaseCheck(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether a failure that has just been seen came of the database's absence, which may be over by now. */
    boolean explainsFailure() {
        try {
            jdbi.useHandle(handle -> handle.execute("SELECT"));
        } catch (RuntimeException e) {
            if (!away.getAndSet(true)) {
                LOG.warnf("The database does not answer; until it does results are kept and no probes are run: %s", e);
            }
            return true;
        }
        return worked();
    }

    /**
     * To be told after a success.
     *
     * @return whether the database had been away
     */
    boolean worked() {
        boolean returned = away.getAndSet(false);
        if (returned) {
            LOG.info("The database answers again.");
        }
        return returned;
    }
}
