package io.bellwether.probe.filings;

import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The table {@code filer}. */
@Singleton
class FilerTable implements Filers {

    private final Jdbi jdbi;
    private final Json json;

    FilerTable(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public Optional<Reading> last(long cik) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT report, complete, read_at FROM filer WHERE cik = :cik")
                .bind("cik", cik)
                .map((row, _) -> new Reading(
                        row.getString("report"),
                        row.getBoolean("complete"),
                        row.getObject("read_at", OffsetDateTime.class).toInstant()))
                .findOne());
    }

    @Override
    public void keep(long cik, CompanyFacts facts, Reading reading) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO filer (cik, name, report, complete, read_at, facts)
                        VALUES (:cik, :name, :report, :complete, :at, :facts::json)
                        ON CONFLICT (cik) DO UPDATE
                           SET name = coalesce(nullif(excluded.name, ''), filer.name), report = excluded.report,
                               complete = excluded.complete, read_at = excluded.read_at,
                               facts = CASE json_array_length(excluded.facts) WHEN 0 THEN filer.facts ELSE excluded.facts END""")
                .bind("cik", cik)
                .bind("name", facts.name().replace("\0", ""))
                .bind("report", reading.report())
                .bind("complete", reading.complete())
                .bind("at", reading.at())
                .bind("facts", json.write(facts.facts()))
                .execute());
    }
}
