package io.bellwether.health;

import io.bellwether.core.score.DailyIndex;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** One row per vendor and UTC day; the day's row is rewritten until the day is over. */
@Singleton
class Snapshots {

    private static final RowMapper<HealthPoint> POINT = ConstructorMapper.of(HealthPoint.class);

    private static final int REMEMBERED_YEARS = 5;

    private static final Logger LOG = Logger.getLogger(Snapshots.class);

    private final Jdbi jdbi;
    private final Json json;

    Snapshots(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Of two nodes that judge at the same time the later judgement stays. */
    void store(UUID vendorId, Health health) {
        Health.Dimensions scores = health.dimensions();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO health_snapshot AS snapshot (vendor_id, day, as_of, index, grade, trend, confidence,
                            rule_set, uptime, latency, security, financial, underlying, health)
                        VALUES (:vendor, :day, :asOf, :index, :grade, :trend, :confidence,
                            :ruleSet, :uptime, :latency, :security, :financial, :underlying, :health::jsonb)
                        ON CONFLICT (vendor_id, day) DO UPDATE SET as_of = excluded.as_of, index = excluded.index,
                            grade = excluded.grade, trend = excluded.trend, confidence = excluded.confidence,
                            rule_set = excluded.rule_set, uptime = excluded.uptime, latency = excluded.latency,
                            security = excluded.security, financial = excluded.financial, underlying = excluded.underlying,
                            health = excluded.health
                        WHERE snapshot.as_of <= excluded.as_of""")
                .bind("vendor", vendorId)
                .bind("day", LocalDate.ofInstant(health.asOf(), ZoneOffset.UTC))
                .bind("asOf", health.asOf())
                .bind("index", health.index())
                .bind("grade", health.grade())
                .bind("trend", health.trend().name())
                .bind("confidence", health.confidence())
                .bind("ruleSet", health.ruleSet())
                .bind("uptime", scores.uptime().score())
                .bind("latency", scores.latency().score())
                .bind("security", scores.security().score())
                .bind("financial", scores.financial().score())
                .bind("underlying", health.underlying())
                .bind("health", json.write(health))
                .execute());
    }

    /** The health of the newest snapshot; empty too when an earlier release wrote it in a shape that is no longer read. */
    Optional<Health> newest(UUID vendorId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT health FROM health_snapshot WHERE vendor_id = :vendor ORDER BY day DESC LIMIT 1")
                .bind("vendor", vendorId)
                .mapTo(String.class)
                .findOne()
                .flatMap(this::readable));
    }

    private Optional<Health> readable(String text) {
        try {
            return Optional.of(json.read(text, Health.class));
        } catch (IllegalArgumentException e) {
            LOG.warnf(e, "A stored snapshot cannot be read; the vendor is assessed as if for the first time.");
            return Optional.empty();
        }
    }

    Optional<Health> on(UUID vendorId, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT health FROM health_snapshot WHERE vendor_id = :vendor AND day = :day")
                .bind("vendor", vendorId)
                .bind("day", day)
                .mapTo(String.class)
                .findOne()
                .map(text -> json.read(text, Health.class)));
    }

    /** Those underlying indices of the five years before a day that there are and that the same rules made. */
    List<DailyIndex> indicesBefore(UUID vendorId, LocalDate day, String ruleSet) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT day, underlying AS index, rule_set FROM health_snapshot
                         WHERE vendor_id = :vendor AND day < :day AND day >= :from
                           AND underlying IS NOT NULL AND rule_set = :ruleSet""")
                .bind("vendor", vendorId)
                .bind("day", day)
                .bind("from", day.minusYears(REMEMBERED_YEARS))
                .bind("ruleSet", ruleSet)
                .map(ConstructorMapper.of(DailyIndex.class))
                .list());
    }

    List<HealthPoint> between(UUID vendorId, LocalDate from, LocalDate to) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM health_snapshot
                         WHERE vendor_id = :vendor AND day BETWEEN :from AND :to ORDER BY day""")
                .bind("vendor", vendorId)
                .bind("from", from)
                .bind("to", to)
                .map(POINT)
                .list());
    }

    Map<UUID, HealthPoint> newest(Collection<UUID> vendorIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT snapshot.* FROM unnest(:vendors) AS wanted (id)
                         CROSS JOIN LATERAL (SELECT * FROM health_snapshot WHERE vendor_id = wanted.id
                                              ORDER BY day DESC LIMIT 1) snapshot""")
                .bindArray("vendors", UUID.class, List.copyOf(vendorIds))
                .map(POINT)
                .collect(Collectors.toMap(HealthPoint::vendorId, point -> point)));
    }
}
