package io.bellwether.fact.finance;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.platform.EachRow;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code stated_statement}. A row is never changed but to end it. */
@Singleton
class StatementTable {

    private final Jdbi jdbi;
    private final Json json;

    StatementTable(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Those in force, the oldest year first. */
    List<StatedStatement> current(UUID vendor) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, fiscal_year_end, lines::text AS lines, currency, exchange_rate, source, as_of, confidence,
                               entered_at, entered_by
                          FROM stated_statement WHERE vendor_id = :vendor AND ended_at IS NULL ORDER BY fiscal_year_end""")
                .bind("vendor", vendor)
                .map((row, context) -> read(row))
                .list());
    }

    /** Each ends the one that its year had before. Who else enters some of this vendor waits until the transaction is over. */
    void put(UUID vendor, List<StatedStatement> statements) {
        jdbi.useHandle(handle -> handle.createQuery("SELECT id FROM vendor WHERE id = :vendor FOR NO KEY UPDATE")
                .bind("vendor", vendor)
                .mapTo(UUID.class)
                .one());
        EachRow.execute(
                jdbi,
                """
                        UPDATE stated_statement SET ended_at = :at, ended_by = :by
                         WHERE vendor_id = :vendor AND fiscal_year_end = :end AND ended_at IS NULL""",
                statements,
                (row, one) -> row.bind("vendor", vendor)
                        .bind("end", one.fiscalYearEnd())
                        .bind("at", time(one.enteredAt()))
                        .bind("by", one.enteredBy()));
        EachRow.execute(
                jdbi,
                """
                        INSERT INTO stated_statement (id, vendor_id, fiscal_year_end, lines, currency, exchange_rate, source,
                               as_of, confidence, entered_at, entered_by)
                        VALUES (:id, :vendor, :end, :lines::jsonb, :currency, :rate, :source, :asOf, :confidence, :at, :by)""",
                statements,
                (row, one) -> row.bind("id", one.id())
                        .bind("vendor", vendor)
                        .bind("end", one.fiscalYearEnd())
                        .bind("lines", json.write(one.lines()))
                        .bind("currency", one.currency())
                        .bind("rate", one.exchangeRate())
                        .bind("source", one.source())
                        .bind("asOf", one.asOf())
                        .bind("confidence", one.confidence())
                        .bind("at", time(one.enteredAt()))
                        .bind("by", one.enteredBy()));
    }

    /** @return whether there is such a statement of this vendor that was in force until now */
    boolean end(UUID vendor, UUID id, Instant now, String by) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        UPDATE stated_statement SET ended_at = :at, ended_by = :by
                         WHERE id = :id AND vendor_id = :vendor AND ended_at IS NULL""")
                        .bind("id", id)
                        .bind("vendor", vendor)
                        .bind("at", time(now))
                        .bind("by", by)
                        .execute())
                == 1;
    }

    boolean holds(UUID vendor, UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT EXISTS (SELECT 1 FROM stated_statement WHERE id = :id AND vendor_id = :vendor)")
                .bind("id", id)
                .bind("vendor", vendor)
                .mapTo(Boolean.class)
                .one());
    }

    private StatedStatement read(ResultSet row) throws SQLException {
        return new StatedStatement(
                row.getObject("id", UUID.class),
                row.getObject("fiscal_year_end", LocalDate.class),
                json.read(row.getString("lines"), new TypeReference<>() {}),
                row.getString("currency"),
                row.getDouble("exchange_rate"),
                row.getString("source"),
                row.getObject("as_of", LocalDate.class),
                row.getDouble("confidence"),
                row.getObject("entered_at", OffsetDateTime.class).toInstant(),
                row.getString("entered_by"));
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
