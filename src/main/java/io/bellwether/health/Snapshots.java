package io.bellwether.health;

import io.bellwether.core.Dimension;
import io.bellwether.core.score.DailyIndex;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /** Between two days; what is more is put down to the rules as a whole. */
    private static final int MOST_CHANGES = 50;

    private static final List<Set<Dimension>> CHOICES = choices();

    private static final Logger LOG = Logger.getLogger(Snapshots.class);

    private final Jdbi jdbi;
    private final Json json;

    Snapshots(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * Of two that judge at the same time the later judgement stays.
     *
     * @return whether it is this one
     */
    boolean store(UUID vendorId, Health health) {
        Health.Dimensions scores = health.dimensions();
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        INSERT INTO health_snapshot AS snapshot (vendor_id, day, as_of, index, grade, trend, confidence,
                            rule_set, uptime, latency, security, financial, underlying, underlying_of, scope, health)
                        VALUES (:vendor, :day, :asOf, :index, :grade, :trend, :confidence,
                            :ruleSet, :uptime, :latency, :security, :financial, :underlying, :underlyingOf,
                            health_scope(:vendor, :asOf), :health::jsonb)
                        ON CONFLICT (vendor_id, day) DO UPDATE SET as_of = excluded.as_of, index = excluded.index,
                            grade = excluded.grade, trend = excluded.trend, confidence = excluded.confidence,
                            rule_set = excluded.rule_set, uptime = excluded.uptime, latency = excluded.latency,
                            security = excluded.security, financial = excluded.financial, underlying = excluded.underlying,
                            underlying_of = excluded.underlying_of, scope = excluded.scope, health = excluded.health
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
                        .bind("underlyingOf", CHOICES.indexOf(health.underlyingOf()))
                        .bind("health", json.write(health))
                        .execute())
                == 1;
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

    /** The health of a day or, when nothing is stored of it, of the nearest one before. */
    Optional<Health> newestOn(UUID vendorId, LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT health FROM health_snapshot WHERE vendor_id = :vendor AND day <= :day ORDER BY day DESC LIMIT 1")
                .bind("vendor", vendorId)
                .bind("day", day)
                .mapTo(String.class)
                .findOne()
                .flatMap(this::readable));
    }

    Optional<Health> oldest(UUID vendorId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT health FROM health_snapshot WHERE vendor_id = :vendor ORDER BY day LIMIT 1")
                .bind("vendor", vendorId)
                .mapTo(String.class)
                .findOne()
                .flatMap(this::readable));
    }

    /** Of each of the newest changes of the rule set between two days the day before and the day after it, oldest first. */
    List<Health> aroundChangesOfRules(UUID vendorId, LocalDate from, LocalDate to) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        SELECT health FROM health_snapshot WHERE vendor_id = :vendor AND day IN (
                            SELECT unnest(ARRAY[before, day])
                              FROM (SELECT day, rule_set, lag(day) OVER days AS before, lag(rule_set) OVER days AS former
                                      FROM health_snapshot WHERE vendor_id = :vendor AND day BETWEEN :from AND :to
                                    WINDOW days AS (ORDER BY day)) steps
                             WHERE former <> rule_set ORDER BY day DESC LIMIT :changes * 2)
                         ORDER BY day""")
                        .bind("vendor", vendorId)
                        .bind("from", from)
                        .bind("to", to)
                        .bind("changes", MOST_CHANGES)
                        .mapTo(String.class)
                        .list())
                .stream()
                .flatMap(text -> readable(text).stream())
                .toList();
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
                .flatMap(this::readable));
    }

    /**
     * Those underlying indices of the five years before a time's day that there are and that the same rules made, since the
     * newest {@link Baseline} that is in force.
     */
    List<DailyIndex> indicesBefore(UUID vendorId, Instant now, String ruleSet) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT day, underlying, scope # (SELECT health_scope(:vendor, :now)) AS scope, underlying_of
                          FROM health_snapshot
                         WHERE vendor_id = :vendor AND rule_set = :ruleSet AND underlying IS NOT NULL AND day < :day
                           AND day >= greatest(:from, (SELECT max(since) FROM health_baseline
                                                        WHERE vendor_id = :vendor AND ended_at IS NULL))""")
                .bind("vendor", vendorId)
                .bind("now", now)
                .bind("day", day)
                .bind("from", day.minusYears(REMEMBERED_YEARS))
                .bind("ruleSet", ruleSet)
                .map((row, context) -> new DailyIndex(
                        row.getObject("day", LocalDate.class),
                        row.getInt("underlying"),
                        ruleSet,
                        row.getInt("scope"),
                        CHOICES.get(row.getInt("underlying_of"))))
                .list());
    }

    /** Every choice of dimensions: its place is the sum of the powers of two of the places of its dimensions. */
    private static List<Set<Dimension>> choices() {
        List<Set<Dimension>> choices = new ArrayList<>();
        choices.add(EnumSet.noneOf(Dimension.class));
        for (Dimension dimension : Dimension.values()) {
            for (Set<Dimension> without : List.copyOf(choices)) {
                Set<Dimension> with = EnumSet.of(dimension);
                with.addAll(without);
                choices.add(with);
            }
        }
        return choices;
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
