package io.bellwether.fact.posture;

import io.bellwether.core.PostureEvidence;
import io.bellwether.core.posture.catalogue.Assessors;
import io.bellwether.platform.Ids;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** What was seen of vendors' posture, as rows of looks that saw the same. */
@Singleton
class EvidenceTable {

    private static final String OBSERVED_AT = "observedAt";

    private final Jdbi jdbi;
    private final Json json;

    EvidenceTable(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Adds a look: to the stretch before it when it saw the same, else as the first of a new one. */
    void add(UUID vendorId, UUID probeId, PostureEvidence evidence) {
        Map<String, Object> steady = new HashMap<>(json.toMap(evidence.steady()));
        steady.remove(OBSERVED_AT);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        WITH seen AS (SELECT sha256(convert_to(:steady::jsonb::text, 'UTF8')) AS steady),
                             latest AS (SELECT id, steady, last_seen_at FROM posture_evidence
                                         WHERE vendor_id = :vendor AND kind = :kind AND target = :target
                                         ORDER BY last_seen_at DESC LIMIT 1 FOR UPDATE),
                             again AS (UPDATE posture_evidence kept
                                          SET last_seen_at = :at, looks = looks + 1, evidence = :evidence::jsonb, probe_id = :probe
                                         FROM latest, seen
                                        WHERE kept.id = latest.id AND latest.steady = seen.steady AND latest.last_seen_at <= :at
                                       RETURNING kept.id)
                        INSERT INTO posture_evidence (id, vendor_id, probe_id, kind, target, first_seen_at, last_seen_at,
                                                      looks, steady, evidence)
                        SELECT :id, :vendor, :probe, :kind, :target, :at, :at, 1, seen.steady, :evidence::jsonb
                          FROM seen WHERE NOT EXISTS (SELECT FROM again)""")
                .bind("id", Ids.next())
                .bind("vendor", vendorId)
                .bind("probe", probeId)
                .bind("kind", evidence.kind())
                .bind("target", evidence.target())
                .bind("at", evidence.observedAt())
                .bind("steady", json.write(steady))
                .bind("evidence", json.write(evidence))
                .execute());
    }

    /** The latest stretches of one target, newest first. */
    List<Look> latest(UUID vendorId, String kind, String target, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM posture_evidence
                         WHERE vendor_id = :vendor AND kind = :kind AND target = :target
                         ORDER BY last_seen_at DESC LIMIT :limit""")
                .bind("vendor", vendorId)
                .bind("kind", kind)
                .bind("target", target)
                .bind("limit", limit)
                .map(this::look)
                .list());
    }

    /** The latest stretch of each target, by kind and target. */
    List<Look> latest(UUID vendorId) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT DISTINCT ON (kind, target) * FROM posture_evidence
                         WHERE vendor_id = :vendor
                         ORDER BY kind, target, last_seen_at DESC""").bind("vendor", vendorId).map(this::look).list());
    }

    /** The last stretch of each target that had begun by then, by kind and target. */
    List<Look> begun(UUID vendorId, Instant time) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT DISTINCT ON (kind, target) * FROM posture_evidence
                         WHERE vendor_id = :vendor AND first_seen_at <= :time
                         ORDER BY kind, target, first_seen_at DESC""")
                .bind("vendor", vendorId)
                .bind("time", time)
                .map(this::look)
                .list());
    }

    /** All stretches of a vendor that touch a period, by kind, target and time. */
    List<Look> between(UUID vendorId, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM posture_evidence
                         WHERE vendor_id = :vendor AND first_seen_at < :to AND last_seen_at >= :from
                         ORDER BY kind, target, first_seen_at""")
                .bind("vendor", vendorId)
                .bind("from", from)
                .bind("to", to)
                .map(this::look)
                .list());
    }

    /** The latest look of a stretch as it was seen, with where and when. */
    Optional<Map<String, Object>> raw(UUID vendorId, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT evidence FROM posture_evidence WHERE vendor_id = :vendor AND id = :id")
                .bind("vendor", vendorId)
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .map(json::map));
    }

    /** Forgets what was last seen before a time, except the latest stretch of each target. */
    void forget(Instant before) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        DELETE FROM posture_evidence old
                         WHERE last_seen_at < :before
                           AND EXISTS (SELECT FROM posture_evidence newer
                                        WHERE newer.vendor_id = old.vendor_id AND newer.kind = old.kind
                                          AND newer.target = old.target AND newer.last_seen_at > old.last_seen_at)""").bind("before", before).execute());
    }

    private Look look(ResultSet row, StatementContext context) throws SQLException {
        String kind = row.getString("kind");
        Map<String, Object> evidence = json.map(row.getString("evidence"));
        return new Look(
                row.getObject("id", UUID.class),
                kind,
                row.getString("target"),
                row.getObject("first_seen_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                row.getInt("looks"),
                time -> read(kind, evidence, time));
    }

    private PostureEvidence read(String kind, Map<String, Object> evidence, Instant time) {
        Map<String, Object> then = new HashMap<>(evidence);
        then.put(OBSERVED_AT, time.toString());
        return json.convert(then, Assessors.of(kind).getFirst().evidence(), "");
    }
}
