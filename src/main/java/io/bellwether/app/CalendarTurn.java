package io.bellwether.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Lets one node after the other enter the jobs into the calendar that they share: Quartz looks whether a job is there before it
 * locks, so of nodes that meet an empty calendar together all but one would fail to start.
 */
@Singleton
class CalendarTurn {

    /** Quarkus fills the calendar between the two. */
    private static final int BEFORE_THE_CALENDAR = Interceptor.Priority.PLATFORM_BEFORE - 1;

    private static final int AFTER_THE_CALENDAR = Interceptor.Priority.PLATFORM_BEFORE + 1;

    private final Jdbi jdbi;
    private @Nullable Handle turn;

    CalendarTurn(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** When the start fails before it is over, the turn ends with the process. */
    void await(@Observes @Priority(BEFORE_THE_CALENDAR) StartupEvent event) {
        Handle handle = jdbi.open();
        handle.begin();
        handle.execute("SELECT pg_advisory_xact_lock(hashtext('calendar'))");
        turn = handle;
    }

    void pass(@Observes @Priority(AFTER_THE_CALENDAR) StartupEvent event) {
        try (Handle handle = Objects.requireNonNull(turn)) {
            handle.commit();
        }
        turn = null;
    }
}
