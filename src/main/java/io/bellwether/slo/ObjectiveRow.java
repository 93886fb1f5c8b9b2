package io.bellwether.slo;

import io.bellwether.core.slo.Objective;
import io.bellwether.core.slo.Window;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "objective")
class ObjectiveRow {

    @Id
    UUID id;

    @Column(name = "vendor_id", updatable = false)
    UUID vendorId;

    @Column(name = "probe_id")
    @Nullable UUID probeId;

    @Column
    String name;

    @Column
    @Enumerated(EnumType.STRING)
    ObjectiveKind kind;

    @Column
    double target;

    @Column(name = "threshold_ms")
    @Nullable Long thresholdMillis;

    @Column(name = "window_days")
    @Nullable Integer windowDays;

    @Column(name = "window_unit")
    @Enumerated(EnumType.STRING)
    Window.@Nullable Unit windowUnit;

    @Column(name = "window_zone")
    @Nullable String windowZone;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Version
    int version;

    protected ObjectiveRow() {}

    ObjectiveRow(UUID vendorId, NewObjective values, Instant now) {
        this.id = Ids.next();
        this.vendorId = vendorId;
        this.createdAt = now;
        set(values, now);
    }

    final void set(NewObjective values, Instant now) {
        Objective goal = values.goal();
        Window window = values.window().toWindow();
        probeId = values.probe();
        name = values.name() == null || values.name().isBlank()
                ? ServiceObjective.nameOf(goal, window)
                : values.name().strip();
        kind = values.kind();
        target = values.target();
        thresholdMillis = values.threshold() == null ? null : values.threshold().toMillis();
        windowDays = values.window().days();
        windowUnit = values.window().unit();
        windowZone = values.window().zone();
        updatedAt = now;
    }

    ServiceObjective toObjective() {
        Objective goal = thresholdMillis == null
                ? new Objective.Availability(target)
                : new Objective.Latency(target, Duration.ofMillis(thresholdMillis));
        Window window = new ObjectiveWindow(windowDays, windowUnit, windowZone).toWindow();
        return new ServiceObjective(id, vendorId, probeId, name, goal, window, createdAt, updatedAt, version);
    }

    /** The table {@code objective}. An objective ends with the probe it is about. */
    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ObjectiveRow, UUID> {

        private static final String IN_FORCE =
                " and (probeId is null or probeId in (select probe.id from ProbeRow probe where probe.removedAt is null))";

        List<ObjectiveRow> of(UUID vendorId) {
            return list("vendorId = ?1" + IN_FORCE + " order by id", vendorId);
        }

        List<ObjectiveRow> ofKind(ObjectiveKind kind) {
            return list(
                    "kind = ?1 and vendorId in (select vendor.id from VendorRow vendor where vendor.archivedAt is null)"
                            + IN_FORCE
                            + " order by vendorId, id",
                    kind);
        }

        Optional<ObjectiveRow> strictest(UUID vendorId, ObjectiveKind kind) {
            return find("vendorId = ?1 and probeId is null and kind = ?2 order by target desc, id", vendorId, kind)
                    .firstResultOptional();
        }
    }
}
