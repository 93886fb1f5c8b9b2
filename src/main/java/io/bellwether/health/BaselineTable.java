package io.bellwether.health;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The table {@code health_baseline}. A row is never changed but to end it. */
@Singleton
class BaselineTable {

    private static final RowMapper<Baseline> BASELINE = ConstructorMapper.of(Baseline.class);

    private final Jdbi jdbi;

    BaselineTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void add(UUID vendorId, Baseline baseline) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO health_baseline (id, vendor_id, since, reason, author, created_at)
                        VALUES (:id, :vendor, :since, :reason, :author, :at)""")
                .bind("id", baseline.id())
                .bind("vendor", vendorId)
                .bind("since", baseline.since())
                .bind("reason", baseline.reason())
                .bind("author", baseline.author())
                .bind("at", baseline.createdAt())
                .execute());
    }

    /** Newest first, from below an id on; also those that ended. */
    List<Baseline> list(UUID vendorId, UUID below, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM health_baseline WHERE vendor_id = :vendor AND id < :below
                         ORDER BY id DESC LIMIT :rows""")
                .bind("vendor", vendorId)
                .bind("below", below)
                .bind("rows", rows)
                .map(BASELINE)
                .list());
    }

    Optional<Baseline> find(UUID vendorId, UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM health_baseline WHERE vendor_id = :vendor AND id = :id")
                        .bind("vendor", vendorId)
                        .bind("id", id)
                        .map(BASELINE)
                        .findOne());
    }

    /** @return whether it was in force until now */
    boolean end(UUID id, Instant now, String by) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE health_baseline SET ended_at = :at, ended_by = :by WHERE id = :id AND ended_at IS NULL")
                        .bind("id", id)
                        .bind("at", now)
                        .bind("by", by)
                        .execute())
                == 1;
    }
}
