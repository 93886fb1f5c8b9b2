package io.bellwether.slo;

import io.bellwether.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "maintenance_window")
class MaintenanceRow {

    @Id
    UUID id;

    @Column(name = "vendor_id", updatable = false)
    UUID vendorId;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    @Column
    String reason;

    @Column
    boolean excluded;

    @Column
    boolean mutes;

    @JdbcTypeCode(SqlTypes.JSON)
    @Nullable Recurring recurrence;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Version
    int version;

    protected MaintenanceRow() {}

    MaintenanceRow(UUID vendorId, NewMaintenanceWindow values, String createdBy, Instant now) {
        this.id = Ids.next();
        this.vendorId = vendorId;
        this.createdBy = createdBy;
        this.createdAt = now;
        set(values);
    }

    final void set(NewMaintenanceWindow values) {
        startsAt = values.startsAt();
        endsAt = values.end();
        reason = values.reason().strip();
        excluded = values.excluded() == null || values.excluded();
        mutes = values.mutesAlerts() == null || values.mutesAlerts();
        recurrence = values.recurrence();
    }

    /** Null for the end of what has none. */
    static @Nullable Instant end(Instant stored) {
        return stored.equals(NewMaintenanceWindow.LATEST) ? null : stored;
    }

    /** The table {@code maintenance_window}. */
    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<MaintenanceRow, UUID> {}
}
