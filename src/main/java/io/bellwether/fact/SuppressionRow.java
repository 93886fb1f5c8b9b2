package io.bellwether.fact;

import io.bellwether.core.Dimension;
import io.bellwether.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "check_suppression")
class SuppressionRow {

    @Id
    UUID id;

    @Column(name = "vendor_id", updatable = false)
    UUID vendorId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Dimension dimension;

    @Column(name = "check_id", updatable = false)
    String checkId;

    @Column(updatable = false)
    @Nullable String target;

    @Column(updatable = false)
    String reason;

    @Column(updatable = false)
    String author;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "expires_at", updatable = false)
    Instant expiresAt;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    @Column(name = "ended_by")
    @Nullable String endedBy;

    protected SuppressionRow() {}

    SuppressionRow(UUID vendorId, Dimension dimension, NewSuppression values, String author, Instant now) {
        this.id = Ids.next();
        this.vendorId = vendorId;
        this.dimension = dimension;
        this.checkId = values.checkId();
        this.target = values.target();
        this.reason = values.reason().strip();
        this.author = author;
        this.createdAt = now;
        this.expiresAt = values.expiresAt();
    }

    Suppression shown(Instant now) {
        return new Suppression(id, state(now), checkId, target, reason, author, createdAt, expiresAt, endedAt, endedBy);
    }

    SuppressionState state(Instant now) {
        if (endedAt != null) {
            return SuppressionState.ENDED;
        }
        return expiresAt.isAfter(now) ? SuppressionState.ACTIVE : SuppressionState.EXPIRED;
    }

    /** The table {@code check_suppression}. */
    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<SuppressionRow, UUID> {

        private static final String OF = "vendorId = ?1 and dimension = ?2";
        private static final String ACTIVE = OF + " and endedAt is null and expiresAt > ?3";

        List<SuppressionRow> active(UUID vendor, Dimension dimension, Instant now) {
            return list(ACTIVE + " order by id desc", vendor, dimension, now);
        }

        /** Newest first, from below an id on. */
        List<SuppressionRow> active(UUID vendor, Dimension dimension, Instant now, UUID below, int rows) {
            return find(ACTIVE + " and id < ?4 order by id desc", vendor, dimension, now, below)
                    .page(Page.ofSize(rows))
                    .list();
        }

        /** The same of all, whatever their state. */
        List<SuppressionRow> all(UUID vendor, Dimension dimension, UUID below, int rows) {
            return find(OF + " and id < ?3 order by id desc", vendor, dimension, below)
                    .page(Page.ofSize(rows))
                    .list();
        }
    }
}
