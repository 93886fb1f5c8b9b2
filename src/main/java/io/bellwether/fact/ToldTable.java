package io.bellwether.fact;

import io.bellwether.core.score.FactWeight;
import io.bellwether.core.score.FactWeights;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The rows of the table {@code fact} that people have entered. None is deleted: one is withdrawn. */
@Singleton
class ToldTable {

    private final Jdbi jdbi;
    private final FactRow row;

    ToldTable(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.row = new FactRow(json);
    }

    /**
     * The ones entered last come first, from below an id on, without what this release knows nothing of.
     *
     * @param past whether also those that were withdrawn or have expired
     */
    List<Fact> of(UUID vendor, boolean past, Instant now, UUID below, int rows) {
        List<String> known = FactWeights.all().stream().map(FactWeight::signal).toList();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM fact
                         WHERE vendor_id = :vendor AND starts_with(key, :prefix) AND id < :below
                           AND value IS NULL AND signal = ANY (:known)
                           AND (:past OR (superseded_at IS NULL
                                          AND coalesce((detail ->> 'expiresAt')::timestamptz > :now, true)))
                         ORDER BY id DESC LIMIT :rows""")
                .bind("vendor", vendor)
                .bind("prefix", DatedFacts.PREFIX)
                .bind("below", below)
                .bindArray("known", String.class, known)
                .bind("past", past)
                .bind("now", now)
                .bind("rows", rows)
                .map(row)
                .list());
    }

    Optional<Fact> find(UUID vendor, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT * FROM fact WHERE id = :id AND vendor_id = :vendor AND starts_with(key, :prefix)")
                .bind("id", id)
                .bind("vendor", vendor)
                .bind("prefix", DatedFacts.PREFIX)
                .map(row)
                .findOne());
    }

    /** @return whether it stood until now */
    boolean withdraw(UUID id, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "UPDATE fact SET superseded_at = :at WHERE id = :id AND superseded_at IS NULL")
                        .bind("id", id)
                        .bind("at", now)
                        .execute())
                == 1;
    }
}
