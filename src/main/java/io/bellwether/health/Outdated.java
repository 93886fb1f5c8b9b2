package io.bellwether.health;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Which vendors have to be assessed: those to whom something has happened, and those that were not assessed for long. */
@Singleton
class Outdated {

    /** What was due before an assessment may have been stored after it. */
    private static final Duration LATE = Duration.ofMinutes(2);

    private final Jdbi jdbi;
    private final Duration staleAfter;

    /** @param staleAfter {@code bellwether.health.stale-after}: scores also move when time passes, but slowly */
    Outdated(
            Jdbi jdbi,
            @ConfigProperty(name = "bellwether.health.stale-after", defaultValue = "PT1H") Duration staleAfter) {
        this.jdbi = jdbi;
        this.staleAfter = staleAfter;
    }

    /** Of those that are not archived, the ones that were never assessed too. */
    List<UUID> vendors(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT vendor.id FROM vendor
                          LEFT JOIN LATERAL (SELECT as_of, as_of - :late * interval '1 second' AS since FROM health_snapshot
                                              WHERE vendor_id = vendor.id ORDER BY day DESC LIMIT 1) last ON true
                         WHERE vendor.archived_at IS NULL
                           AND (as_of IS NULL OR as_of < :stale OR vendor.updated_at > as_of
                                OR EXISTS (SELECT FROM probe_state state
                                            WHERE state.vendor_id = vendor.id
                                              AND (state.outcome = 'DOWN' OR state.since > last.since))
                                OR EXISTS (SELECT FROM fact
                                            WHERE fact.vendor_id = vendor.id
                                              AND (fact.known_at > last.since OR fact.superseded_at > last.since))
                                OR EXISTS (SELECT FROM stated_statement stated
                                            WHERE stated.vendor_id = vendor.id
                                              AND (stated.entered_at > last.since OR stated.ended_at > last.since))
                                OR EXISTS (SELECT FROM check_suppression suppression
                                            WHERE suppression.vendor_id = vendor.id
                                              AND (suppression.created_at > last.since OR suppression.ended_at > last.since
                                                   OR suppression.expires_at BETWEEN last.since AND :now))
                                OR EXISTS (SELECT FROM probe
                                            WHERE probe.vendor_id = vendor.id AND probe.updated_at > as_of)
                                OR EXISTS (SELECT FROM maintenance_window maintenance
                                            WHERE maintenance.vendor_id = vendor.id AND maintenance.created_at > as_of))""")
                .bind("late", LATE.toSeconds())
                .bind("now", now)
                .bind("stale", now.minus(staleAfter))
                .mapTo(UUID.class)
                .list());
    }
}
