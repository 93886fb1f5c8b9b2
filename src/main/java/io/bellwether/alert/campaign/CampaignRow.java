package io.bellwether.alert.campaign;

import io.bellwether.core.slo.Span;
import io.bellwether.platform.Ids;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@Entity
@Table(name = "campaign")
class CampaignRow {

    @Id
    UUID id;

    @Column
    String name;

    @Column
    String zone;

    @Column(name = "from_local")
    LocalDateTime from;

    @Column(name = "to_local")
    LocalDateTime to;

    @Column(name = "starts_at")
    Instant startsAt;

    @Column(name = "ends_at")
    Instant endsAt;

    @Column
    UUID[] vendors;

    @Column(name = "created_by", updatable = false)
    String createdBy;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Version
    int version;

    protected CampaignRow() {}

    CampaignRow(String createdBy, Instant now) {
        this.id = Ids.next();
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    final void set(NewCampaign values, Span span, Collection<UUID> vendorIds) {
        name = values.name().strip();
        zone = values.timeZone();
        from = values.from();
        to = values.to();
        startsAt = span.from();
        endsAt = span.to();
        vendors = vendorIds.toArray(UUID[]::new);
    }

    /** @param slugs of its vendors */
    Campaign toCampaign(List<String> slugs) {
        return new Campaign(id, name, slugs, from, to, zone, startsAt, endsAt, createdBy, createdAt, version);
    }

    /** The table {@code campaign}. */
    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<CampaignRow, UUID> {}
}
