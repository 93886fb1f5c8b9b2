package io.bellwether.probe.filings;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The table {@code filer_page}. */
@Singleton
class FilerPageTable implements FilerPages {

    private static final TypeReference<List<Filing>> FILINGS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final Json json;

    FilerPageTable(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public Map<String, Instant> readAt(long cik) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT name, read_at FROM filer_page WHERE cik = :cik")
                .bind("cik", cik)
                .map((row, _) -> Map.entry(
                        row.getString("name"),
                        row.getObject("read_at", OffsetDateTime.class).toInstant()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public List<Filing> filings(long cik) {
        return jdbi.withHandle(handle -> handle
                .createQuery("SELECT filings FROM filer_page WHERE cik = :cik ORDER BY name")
                .bind("cik", cik)
                .map((row, _) -> json.read(row.getString("filings"), FILINGS))
                .stream()
                .flatMap(List::stream)
                .toList());
    }

    @Override
    public void keep(long cik, String name, List<Filing> filings, Instant readAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO filer_page (cik, name, read_at, filings)
                        VALUES (:cik, :name, :at, :filings::json)
                        ON CONFLICT (cik, name) DO UPDATE
                           SET read_at = excluded.read_at, filings = excluded.filings""")
                .bind("cik", cik)
                .bind("name", name)
                .bind("at", readAt)
                .bind("filings", json.write(filings))
                .execute());
    }
}
