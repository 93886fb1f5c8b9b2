package io.bellwether.fact;

import io.bellwether.vendor.ProbeChanged;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Nobody watches the checks of a probe any more once it is removed, so what it said last no longer holds. */
@Singleton
class RemovedProbes {

    private final Jdbi jdbi;

    RemovedProbes(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void changed(@Observes ProbeChanged change) {
        if (change.probe().removedAt() != null) {
            endStates(change.probe().id(), change.probe().removedAt());
        }
    }

    private void endStates(UUID probeId, Instant at) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        UPDATE fact SET superseded_at = :at
                        WHERE probe_id = :probe AND value IS NOT NULL AND superseded_at IS NULL""").bind("at", at).bind("probe", probeId).execute());
    }
}
