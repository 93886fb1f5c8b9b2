package io.bellwether.alert;

import io.bellwether.alert.rule.Selection;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.rule.Bound;
import io.bellwether.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "alert_rule")
class AlertRuleRow {

    @Id
    UUID id;

    @Column(updatable = false)
    String name;

    @Column(updatable = false)
    String kind;

    @Column
    @Enumerated(EnumType.STRING)
    Severity severity;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> settings;

    @Column
    String description;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Selection selection;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Bound> bounds;

    boolean enabled;

    @Column(name = "built_in", updatable = false)
    boolean builtIn;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    int version;

    protected AlertRuleRow() {}

    /** One that people made; what it shall be is still to be set. */
    AlertRuleRow(String name, String kind, Instant now) {
        this.id = Ids.next();
        this.name = name;
        this.kind = kind;
        this.createdAt = now;
    }

    AlertRule toRule() {
        return new AlertRule(
                id,
                name,
                kind,
                BuiltInRule.named(kind).map(BuiltInRule::description).orElse(description),
                severity,
                settings,
                enabled,
                builtIn,
                selection,
                bounds,
                createdAt,
                updatedAt,
                version);
    }

    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<AlertRuleRow, UUID> {}
}
