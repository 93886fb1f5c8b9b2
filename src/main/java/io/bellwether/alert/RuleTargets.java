package io.bellwether.alert;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.alert.rule.Selection;
import io.bellwether.core.Tier;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Finds what a rule watches, among the vendors and probes in service. */
@Singleton
class RuleTargets {

    /** A probe that was never observed may be of any kind. */
    private static final String PROBES = """
            SELECT vendor.id AS vendor_id, vendor.slug, vendor.tier, vendor.capabilities::text AS capabilities, probe.id,
                   probe.name, probe.kind, probe.every_ms, probe.created_at, coalesce(series.deciding, true) AS deciding
              FROM vendor JOIN probe ON probe.vendor_id = vendor.id AND probe.removed_at IS NULL
                   LEFT JOIN series ON series.probe_id = probe.id AND series.location = ''
             WHERE vendor.archived_at IS NULL ORDER BY vendor.slug, probe.id""";

    private static final String VENDORS = """
            SELECT id AS vendor_id, slug, tier, capabilities::text AS capabilities, created_at
              FROM vendor WHERE archived_at IS NULL ORDER BY slug""";

    private final Jdbi jdbi;
    private final Json json;

    RuleTargets(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** @param vendors whether vendors as a whole are watched, and not their probes */
    List<Target> of(Selection selection, boolean vendors) {
        return vendors ? vendors(selection) : probes(selection);
    }

    private List<Target> probes(Selection selection) {
        return jdbi.withHandle(handle -> handle
                .createQuery(PROBES)
                .map((row, _) ->
                        admits(selection, row) && selection.admits(row.getString("kind"), row.getBoolean("deciding"))
                                ? List.of(probe(row))
                                : List.<Target>of())
                .stream()
                .flatMap(List::stream)
                .toList());
    }

    private List<Target> vendors(Selection selection) {
        return jdbi.withHandle(handle -> handle
                .createQuery(VENDORS)
                .map((row, _) -> admits(selection, row) ? List.of(vendor(row)) : List.<Target>of())
                .stream()
                .flatMap(List::stream)
                .toList());
    }

    private boolean admits(Selection selection, ResultSet row) throws SQLException {
        return selection.admits(
                row.getString("slug"),
                Tier.valueOf(row.getString("tier")),
                json.read(row.getString("capabilities"), new TypeReference<>() {}));
    }

    private static Target probe(ResultSet row) throws SQLException {
        return new Target(
                row.getObject("vendor_id", UUID.class),
                row.getString("slug"),
                row.getObject("id", UUID.class),
                Circumstances.oneLine(row.getString("name")),
                Duration.ofMillis(row.getLong("every_ms")),
                row.getTimestamp("created_at").toInstant());
    }

    private static Target vendor(ResultSet row) throws SQLException {
        return Target.vendor(
                row.getObject("vendor_id", UUID.class),
                row.getString("slug"),
                row.getTimestamp("created_at").toInstant());
    }
}
