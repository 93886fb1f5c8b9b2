package io.bellwether.vendor;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** The table {@code vendor_entity}, and whom probes watch by their settings. */
@Singleton
class EntityTable {

    private final Jdbi jdbi;

    EntityTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** In the order in which they were told. */
    List<VendorEntity> of(UUID vendorId) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT * FROM vendor_entity WHERE vendor_id = :vendor ORDER BY position")
                        .bind("vendor", vendorId)
                        .map((row, _) -> entity(row))
                        .list());
    }

    void replace(UUID vendorId, List<VendorEntity> entities) {
        jdbi.useHandle(handle -> {
            handle.execute("DELETE FROM vendor_entity WHERE vendor_id = ?", vendorId);
            if (entities.isEmpty()) {
                return;
            }
            PreparedBatch batch = handle.prepareBatch("""
                    INSERT INTO vendor_entity
                        (vendor_id, position, role, name, ticker, cik, company_number, lei, source, as_of)
                    VALUES (:vendor, :position, :role, :name, :ticker, :cik, :companyNumber, :lei, :source, :asOf)""");
            for (int at = 0; at < entities.size(); at++) {
                VendorEntity entity = entities.get(at);
                batch.bind("vendor", vendorId)
                        .bind("position", at)
                        .bind("role", entity.role().name())
                        .bind("name", entity.name())
                        .bind("ticker", entity.ticker())
                        .bind("cik", entity.cik())
                        .bind("companyNumber", entity.companyNumber())
                        .bind("lei", entity.lei())
                        .bind("source", entity.source())
                        .bind("asOf", entity.asOf())
                        .add();
            }
            batch.execute();
        });
    }

    /** In one query, because it is asked for with every assessment; of removed probes too, because what they found stays. */
    Watching watching(UUID vendorId) {
        List<Row> rows = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT NULL::uuid AS probe, 'CONTRACTING' AS role, name, ticker, cik, company_number, lei,
                               'The register of vendors' AS source, updated_at::date AS as_of, -1 AS position
                          FROM vendor WHERE id = :vendor
                         UNION ALL
                        SELECT NULL, role, name, ticker, cik, company_number, lei, source, as_of, position
                          FROM vendor_entity WHERE vendor_id = :vendor AND role <> 'CONTRACTING'
                         UNION ALL
                        SELECT id, NULL, name, NULL, settings ->> 'cik', settings ->> 'companyNumber', settings ->> 'lei',
                               NULL, NULL, NULL
                          FROM probe
                         WHERE vendor_id = :vendor AND kind IN ('filings', 'companies-house', 'lei')
                         ORDER BY position, probe""")
                .bind("vendor", vendorId)
                .map((row, _) -> Row.of(row))
                .list());
        Map<UUID, LegalEntity> probes = new LinkedHashMap<>();
        rows.forEach(row -> {
            if (row.probe() != null) {
                probes.put(row.probe(), row.numbers());
            }
        });
        return Watching.of(
                rows.stream().flatMap(row -> Stream.ofNullable(row.entity())).toList(), probes);
    }

    /** A probe with the numbers it watches, or an entity. */
    private record Row(@Nullable UUID probe, @Nullable VendorEntity entity, LegalEntity numbers) {

        static Row of(ResultSet row) throws SQLException {
            UUID probe = row.getObject("probe", UUID.class);
            return new Row(
                    probe,
                    probe == null ? EntityTable.entity(row) : null,
                    new LegalEntity(null, row.getString("cik"), row.getString("company_number"), row.getString("lei")));
        }
    }

    private static VendorEntity entity(ResultSet row) throws SQLException {
        return new VendorEntity(
                EntityRole.valueOf(row.getString("role")),
                row.getString("name"),
                row.getString("ticker"),
                row.getString("cik"),
                row.getString("company_number"),
                row.getString("lei"),
                row.getString("source"),
                row.getObject("as_of", LocalDate.class));
    }
}
