package io.bellwether.alert;

import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The table {@code alert_rule_override}. */
@Singleton
class RuleOverrideStore {

    private final Jdbi jdbi;
    private final Json json;

    RuleOverrideStore(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** In the order of the vendors' slugs. */
    List<StoredOverride> of(UUID rule) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT override.*, vendor.slug FROM alert_rule_override override
                          JOIN vendor ON vendor.id = override.vendor_id
                         WHERE rule_id = :rule AND archived_at IS NULL ORDER BY slug""")
                .bind("rule", rule)
                .map((row, _) -> new StoredOverride(
                        row.getObject("vendor_id", UUID.class),
                        row.getString("slug"),
                        json.map(row.getString("settings")),
                        row.getString("set_by"),
                        row.getTimestamp("set_at").toInstant()))
                .list());
    }

    void put(UUID rule, UUID vendor, Map<String, Object> settings, String by, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO alert_rule_override (rule_id, vendor_id, settings, set_by, set_at)
                        VALUES (:rule, :vendor, :settings::jsonb, :by, :at)
                        ON CONFLICT (rule_id, vendor_id) DO UPDATE
                           SET settings = excluded.settings, set_by = excluded.set_by, set_at = excluded.set_at""")
                .bind("rule", rule)
                .bind("vendor", vendor)
                .bind("settings", json.write(settings))
                .bind("by", by)
                .bind("at", at)
                .execute());
    }

    boolean remove(UUID rule, UUID vendor) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("DELETE FROM alert_rule_override WHERE rule_id = :rule AND vendor_id = :vendor")
                                .bind("rule", rule)
                                .bind("vendor", vendor)
                                .execute()
                        == 1);
    }
}
