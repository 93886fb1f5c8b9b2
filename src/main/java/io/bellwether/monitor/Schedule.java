package io.bellwether.monitor;

import io.bellwether.core.schedule.DueGrid;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeChanged;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps the due times in step with the register, in its own transaction. All locations of a probe have the same ones. */
@Singleton
class Schedule {

    private final Jdbi jdbi;

    Schedule(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void follow(@Observes ProbeChanged change) {
        ConfiguredProbe probe = change.probe();
        List<String> locations =
                probe.placement().anywhere() ? List.of("") : probe.placement().locations();
        jdbi.useHandle(handle -> {
            keep(handle, probe, probe.removedAt() == null ? locations : List.of());
            if (probe.removedAt() == null) {
                put(handle, probe, locations);
            }
        });
    }

    private static void keep(Handle handle, ConfiguredProbe probe, List<String> locations) {
        handle.createUpdate("DELETE FROM probe_schedule WHERE probe_id = :probe AND location <> ALL (:locations)")
                .bind("probe", probe.id())
                .bindArray("locations", String.class, locations.toArray())
                .execute();
    }

    /** A changed interval starts a new grid; any other change leaves the next due time alone. */
    private static void put(Handle handle, ConfiguredProbe probe, List<String> locations) {
        Instant now = handle.createQuery("SELECT now()").mapTo(Instant.class).one();
        handle.createUpdate("""
                        INSERT INTO probe_schedule AS schedule (probe_id, location, every_ms, longest_ms, version, next_due)
                        SELECT :probe, location, :every, :longest, :version, :due FROM unnest(:locations) AS location
                        ON CONFLICT (probe_id, location) DO UPDATE
                        SET every_ms = excluded.every_ms, longest_ms = excluded.longest_ms, version = excluded.version,
                            next_due = CASE WHEN schedule.every_ms = excluded.every_ms THEN schedule.next_due
                                            ELSE excluded.next_due END""")
                .bind("probe", probe.id())
                .bindArray("locations", String.class, locations.toArray())
                .bind("every", probe.every().toMillis())
                .bind("longest", probe.longestRun().toMillis())
                .bind("version", probe.version())
                .bind("due", DueGrid.of(probe.id(), probe.every()).after(now))
                .execute();
    }
}
