package io.bellwether.fact.finance;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.core.finance.filed.FiledFact;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
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

    private static final TypeReference<List<FiledFact>> FACTS = new TypeReference<>() {};

    private final Jdbi jdbi;
    private final Json json;

    FiledTable(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** The company whose filings a vendor's probe reads; of several the one read last. */
    Optional<Filer> of(UUID vendorId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT filer.cik, filer.name, filer.read_at, filer.facts
                          FROM probe JOIN filer ON filer.cik = (probe.settings->>'cik')::bigint
                         WHERE probe.vendor_id = :vendor AND probe.kind = 'filings' AND probe.removed_at IS NULL
                         ORDER BY filer.read_at DESC LIMIT 1""")
                .bind("vendor", vendorId)
                .map((row, _) -> new Filer(
                        row.getLong("cik"),
                        row.getString("name"),
                        row.getObject("read_at", OffsetDateTime.class).toInstant(),
                        json.read(row.getString("facts"), FACTS)))
                .findOne());
    }
}
