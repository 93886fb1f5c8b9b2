package io.bellwether.fact.finance;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.core.finance.filed.FiledFact;
import io.bellwether.platform.Json;
import io.bellwether.vendor.EntityRegister;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What probes have read of the figures that companies filed. */
@Singleton
class FiledTable {

    /**
     * @param cik the company's number with the SEC
     * @param name as it is registered there
     * @param facts all that were ever filed
     */
    record Filer(long cik, String name, Instant readAt, List<FiledFact> facts) {}

    /** Which figures there are: as long as it is the same, so is all that follows from them. */
    record Version(long cik, Instant readAt) {}

    private static final TypeReference<List<FiledFact>> FACTS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final EntityRegister entities;
    private final Json json;

    FiledTable(Jdbi jdbi, EntityRegister entities, Json json) {
        this.jdbi = jdbi;
        this.entities = entities;
        this.json = json;
    }

    /** Of the company whose filings a vendor's probe reads and that the contract is with; of several the one read last. */
    Optional<Version> version(UUID vendorId) {
        Set<UUID> others = entities.watching(vendorId).others().keySet();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT filer.cik, filer.read_at
                          FROM probe JOIN filer ON filer.cik = (probe.settings->>'cik')::bigint
                         WHERE probe.vendor_id = :vendor AND probe.kind = 'filings' AND probe.removed_at IS NULL
                           AND probe.id <> ALL (:others)
                         ORDER BY filer.read_at DESC LIMIT 1""")
                .bind("vendor", vendorId)
                .bindArray("others", UUID.class, others)
                .map((row, _) -> new Version(row.getLong("cik"), readAt(row)))
                .findOne());
    }

    /** Its {@link #version} with all that it filed. */
    Optional<Filer> of(UUID vendorId) {
        return version(vendorId).flatMap(version -> of(version.cik()));
    }

    /** By its number with the SEC. */
    Optional<Filer> of(long cik) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT cik, name, read_at, facts FROM filer WHERE cik = :cik")
                        .bind("cik", cik)
                        .map((row, _) -> filer(row))
                        .findOne());
    }

    private Filer filer(ResultSet row) throws SQLException {
        return new Filer(
                row.getLong("cik"), row.getString("name"), readAt(row), json.read(row.getString("facts"), FACTS));
    }

    private static Instant readAt(ResultSet row) throws SQLException {
        return row.getObject("read_at", OffsetDateTime.class).toInstant();
    }
}
