package io.bellwether.vendor;

import io.bellwether.core.Confirmation;
import io.bellwether.core.Placement;
import io.bellwether.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "probe")
class ProbeRow {

    @Id
    UUID id;

    @Column(name = "vendor_id", updatable = false)
    UUID vendorId;

    @Column(updatable = false)
    String kind;

    @Column
    String name;

    @Column(name = "every_ms")
    long everyMillis;

    @Column(name = "timeout_ms")
    long timeoutMillis;

    @Column(name = "confirm_attempts")
    int confirmAttempts;

    @Column(name = "confirm_delay_ms")
    long confirmDelayMillis;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> locations;

    @Column
    @Nullable Integer quorum;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, Object> settings;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "removed_at")
    @Nullable Instant removedAt;

    @Version
    int version;

    protected ProbeRow() {}

    ProbeRow(UUID vendorId, NewProbe values, Instant now) {
        this.id = Ids.next();
        this.vendorId = vendorId;
        this.kind = values.kind();
        this.createdAt = now;
        set(values, now);
    }

    final void set(NewProbe values, Instant now) {
        name = values.name().strip();
        everyMillis = values.every().toMillis();
        timeoutMillis = values.timeout().toMillis();
        confirmAttempts = values.confirm().attempts();
        confirmDelayMillis = values.confirm().delay().toMillis();
        locations = values.placement().locations();
        quorum = values.placement().quorum();
        settings = values.settings();
        updatedAt = now;
    }

    void remove(Instant now) {
        removedAt = now;
        updatedAt = now;
    }

    ConfiguredProbe toProbe() {
        return new ConfiguredProbe(
                id,
                vendorId,
                kind,
                name,
                Duration.ofMillis(everyMillis),
                Duration.ofMillis(timeoutMillis),
                new Confirmation(confirmAttempts, Duration.ofMillis(confirmDelayMillis)),
                new Placement(List.copyOf(locations), quorum),
                settings,
                createdAt,
                updatedAt,
                removedAt,
                version);
    }

    /** The table {@code probe}. */
    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<ProbeRow, UUID> {

        Optional<ProbeRow> active(UUID id) {
            return find("id = ?1 and removedAt is null", id).firstResultOptional();
        }

        List<ProbeRow> activeOf(UUID vendorId) {
            return list("vendorId = ?1 and removedAt is null order by id", vendorId);
        }
    }
}
