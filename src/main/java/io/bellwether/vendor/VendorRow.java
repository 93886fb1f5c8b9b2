package io.bellwether.vendor;

import io.bellwether.core.Tier;
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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "vendor")
class VendorRow {

    @Id
    UUID id;

    @Column(updatable = false)
    String slug;

    @Column
    String name;

    @Nullable String website;

    @Column
    @Enumerated(EnumType.STRING)
    Tier tier;

    @Column(name = "status_page")
    @Nullable String statusPage;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> domains;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    List<String> capabilities;

    @Nullable String ticker;

    @Nullable String cik;

    @Column(name = "company_number")
    @Nullable String companyNumber;

    @Nullable String lei;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    Owners owners;

    boolean demo;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @Column(name = "archived_at")
    @Nullable Instant archivedAt;

    @Version
    int version;

    protected VendorRow() {}

    VendorRow(String slug, boolean demo, NewVendor values, Instant now) {
        this.id = Ids.next();
        this.slug = slug;
        this.demo = demo;
        this.createdAt = now;
        set(values, now);
    }

    final void set(NewVendor values, Instant now) {
        name = values.name().strip();
        website = values.website();
        tier = Objects.requireNonNullElse(values.tier(), Tier.STANDARD);
        statusPage = values.statusPage();
        domains = Objects.requireNonNullElse(values.domains(), List.of());
        capabilities = Objects.requireNonNullElse(values.capabilities(), List.of());
        set(Objects.requireNonNullElse(values.legalEntity(), LegalEntity.NONE));
        owners = Objects.requireNonNullElse(values.owners(), Owners.NONE);
        updatedAt = now;
    }

    final void set(LegalEntity entity) {
        ticker = entity.ticker();
        cik = entity.cik();
        companyNumber = entity.companyNumber();
        lei = entity.lei();
    }

    void archive(Instant now) {
        archivedAt = now;
        updatedAt = now;
    }

    void restore() {
        archivedAt = null;
    }

    Vendor toVendor() {
        return new Vendor(
                id,
                slug,
                name,
                website,
                tier,
                statusPage,
                domains,
                capabilities,
                new LegalEntity(ticker, cik, companyNumber, lei),
                owners,
                demo,
                createdAt,
                updatedAt,
                archivedAt,
                version);
    }

    /** The table {@code vendor}. */
    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<VendorRow, UUID> {

        private static final String MATCHING = """
                archivedAt is null and slug > ?1 and tier in ?2
                and (locate(?3, lower(name)) > 0 or locate(?3, slug) > 0
                     or locate(?3, lower(cast(domains as String))) > 0)
                order by slug""";

        Optional<VendorRow> active(String slug) {
            return find("slug = ?1 and archivedAt is null", slug).firstResultOptional();
        }

        List<VendorRow> active() {
            return list("archivedAt is null order by slug");
        }

        Optional<VendorRow> archived(String slug) {
            return find("slug = ?1 and archivedAt is not null", slug).firstResultOptional();
        }

        List<VendorRow> archived() {
            return list("archivedAt is not null order by slug");
        }

        /** One more than the limit, if there are. */
        List<VendorRow> search(VendorQuery query, String afterSlug) {
            List<Tier> tiers = query.tier() == null ? List.of(Tier.values()) : List.of(query.tier());
            String text = Objects.requireNonNullElse(query.q(), "").strip().toLowerCase(Locale.ROOT);
            return find(MATCHING, afterSlug, tiers, text)
                    .range(0, query.limit())
                    .list();
        }
    }
}
