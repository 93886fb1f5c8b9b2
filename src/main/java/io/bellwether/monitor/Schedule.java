package io.bellwether.monitor;

import io.bellwether.core.schedule.DueGrid;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeChanged;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps the due times in step with the register, in the register's own transaction. */
@Singleton
class Schedule {

    private final Jdbi jdbi;

    Schedule(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void follow(@Observes ProbeChanged change) {
        ConfiguredProbe probe = change.probe();
        jdbi.useHandle(handle -> {
            if (probe.removedAt() != null) {
                handle.execute("DELETE FROM probe_schedule WHERE probe_id = ?", probe.id());
                return;
            }
            put(handle, probe);
        });
    }

    /** A changed interval starts a new grid; any other change leaves the next due time alone. */
    private static void put(Handle handle, ConfiguredProbe probe) {
        Instant now = handle.createQuery("SELECT now()").mapTo(Instant.class).one();
        handle.createUpdate("""
                        INSERT INTO probe_schedule AS schedule (probe_id, every_ms, next_due) VALUES (:probe, :every, :due)
                        ON CONFLICT (probe_id) DO UPDATE SET every_ms = excluded.every_ms, next_due = excluded.next_due
                        WHERE schedule.every_ms <> excluded.every_ms""")
                .bind("probe", probe.id())
                .bind("every", probe.every().toMillis())
                .bind("due", DueGrid.of(probe.id(), probe.every()).after(now))
                .execute();
    }
}
