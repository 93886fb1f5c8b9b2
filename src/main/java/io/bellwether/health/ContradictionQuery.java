package io.bellwether.health;

import io.bellwether.platform.Json;
import io.bellwether.slo.Availability.Incident;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Outages that the vendor's own status page denied. */
@Singleton
class ContradictionQuery {

    /**
     * @param outages how many were denied
     * @param minutes for how long in all
     */
    record Contradictions(int outages, double minutes) {

        static final Contradictions NONE = new Contradictions(0, 0);
    }

    private record Period(Instant began, Instant ended) {}

    private final Jdbi jdbi;
    private final Json json;

    ContradictionQuery(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * A page that says UP later than five minutes into an outage denies it: until then people may still be writing. One that
     * declares maintenance does not.
     */
    Contradictions of(UUID vendorId, List<Incident> incidents, Instant now) {
        if (incidents.isEmpty()) {
            return Contradictions.NONE;
        }
        List<Period> periods = incidents.stream()
                .map(incident ->
                        new Period(incident.startedAt(), incident.endedAt() == null ? now : incident.endedAt()))
                .toList();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(DISTINCT outage.began)AS outages,
                               coalesce(sum(extract(epoch FROM least(
                                   said.every_ms * interval '1 millisecond', outage.ended - claim.due_at))), 0)::float8
                                   / 60 AS minutes
                          FROM jsonb_to_recordset(:periods::jsonb) AS outage (began timestamptz, ended timestamptz)
                          JOIN observation claim ON claim.due_at >= outage.began + interval '5 minutes'
                                                AND claim.due_at < outage.ended
                          JOIN series page ON page.number = claim.series
                          JOIN evidence said ON said.id = claim.evidence
                         WHERE page.vendor_id = :vendor AND page.kind = 'statuspage' AND page.location = ''
                           AND claim.outcome = 'U'
                           AND said.detail ->> 'declared' IS DISTINCT FROM 'maintenance'
                           AND claim.due_at >= :from AND claim.due_at < :now""")
                .bind("periods", json.write(periods))
                .bind("vendor", vendorId)
                .bind(
                        "from",
                        periods.stream()
                                .map(Period::began)
                                .min(Instant::compareTo)
                                .orElse(now))
                .bind("now", now)
                .map((row, context) -> new Contradictions(row.getInt("outages"), row.getDouble("minutes")))
                .one());
    }
}
