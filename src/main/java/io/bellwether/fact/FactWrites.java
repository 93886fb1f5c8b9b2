package io.bellwether.fact;

import io.bellwether.core.Finding;
import io.bellwether.platform.Ids;
import io.bellwether.platform.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes facts, each kind of change in one statement; rows are taken in the order of their keys, so that nodes never deadlock. */
final class FactWrites {

    private record NewFact(UUID id, Finding finding) {}

    private final Jdbi jdbi;
    private final Json json;

    FactWrites(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Inserts what is not there; whatever meets a current row with its key is left out of the answer. */
    List<Fact> insert(
            UUID vendorId, @Nullable UUID probeId, Collection<Finding> findings, Instant knownAt, FactRow row) {
        if (findings.isEmpty()) {
            return List.of();
        }
        List<NewFact> facts = findings.stream()
                .map(finding -> new NewFact(Ids.next(), finding))
                .toList();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        INSERT INTO fact (id, vendor_id, probe_id, dimension, signal, key, value,
                                          occurred_at, known_at, source, detail)
                        SELECT n.id, :vendor, :probe, f.dimension, f.signal, f.key, f.value,
                               f."occurredAt", :knownAt, f.source, f.detail
                        FROM jsonb_to_recordset(:facts::jsonb) AS n (id uuid, finding jsonb),
                             jsonb_to_record(n.finding) AS f (dimension text, signal text, key text, value text,
                                                              "occurredAt" timestamptz, source text, detail jsonb)
                        ORDER BY f.key
                        ON CONFLICT (vendor_id, key) WHERE superseded_at IS NULL DO NOTHING
                        RETURNING *""")
                .bind("vendor", vendorId)
                .bindByType("probe", probeId, UUID.class)
                .bind("knownAt", knownAt)
                .bind("facts", json.write(facts))
                .map(row)
                .list());
    }

    void supersede(List<UUID> ids, Instant at) {
        if (ids.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE fact SET superseded_at = :at
                        WHERE id IN (SELECT id FROM fact WHERE id = ANY (:ids) ORDER BY key FOR UPDATE)
                          AND superseded_at IS NULL""")
                .bind("at", at)
                .bindArray("ids", UUID.class, ids)
                .execute());
    }

    /** Replaces the evidence of what is known; rows whose evidence is the same are neither locked nor written. */
    void refresh(List<Changes.Evidence> evidence) {
        if (evidence.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        UPDATE fact SET source = newer.source, detail = newer.detail
                        FROM (SELECT id, e.source, e.detail
                              FROM jsonb_to_recordset(:evidence::jsonb) AS e (id uuid, source text, detail jsonb)
                              JOIN fact known USING (id)
                              WHERE superseded_at IS NULL AND (known.source <> e.source OR known.detail <> e.detail)
                              ORDER BY known.key FOR UPDATE OF known) AS newer
                        WHERE fact.id = newer.id""").bind("evidence", json.write(evidence)).execute());
    }
}
