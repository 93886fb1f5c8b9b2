package io.bellwether.probe.filings;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** The table {@code filer_document}. */
@Singleton
class FilerDocumentTable implements FilerDocuments {

    private static final TypeReference<List<Said>> SAID = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final Json json;

    FilerDocumentTable(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    @Override
    public Map<String, List<Said>> read(long cik) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT accession, said FROM filer_document WHERE cik = :cik")
                .bind("cik", cik)
                .map((row, _) -> Map.entry(row.getString("accession"), json.read(row.getString("said"), SAID)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    @Override
    public void keep(long cik, String accession, List<Said> said, Instant readAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO filer_document (cik, accession, read_at, said)
                        VALUES (:cik, :accession, :at, :said::json)
                        ON CONFLICT (cik, accession) DO UPDATE SET read_at = excluded.read_at, said = excluded.said""")
                .bind("cik", cik)
                .bind("accession", accession)
                .bind("at", readAt)
                .bind("said", json.write(said))
                .execute());
    }
}
