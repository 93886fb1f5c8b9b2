package io.bellwether.vendor;

import io.bellwether.platform.Audit;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The legal entities behind vendors. The contracting one has the numbers of the vendor's {@code legalEntity}, always. */
@ApplicationScoped
public class EntityRegister {

    private static final String FROM_THE_REGISTER = "The register of vendors";

    private final VendorRow.Repository rows;
    private final EntityTable table;
    private final Audit audit;
    private final Clock clock;

    EntityRegister(VendorRow.Repository rows, EntityTable table, Audit audit, Clock clock) {
        this.rows = rows;
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * The contracting entity, told by nobody in particular where it is only known by the vendor's numbers, and those behind it.
     *
     * @throws Problem 404
     */
    @Transactional
    public VendorEntities of(String slug) {
        VendorRow row = row(slug);
        return new VendorEntities(entities(row.toVendor()), row.version);
    }

    /** Of a vendor, archived or not: the contracting entity first. */
    @Transactional
    public List<VendorEntity> of(UUID vendorId) {
        return rows.findByIdOptional(vendorId)
                .map(row -> entities(row.toVendor()))
                .orElse(List.of());
    }

    /** Of whom the vendor's probes find what they find. */
    public Watching watching(UUID vendorId) {
        return table.watching(vendorId);
    }

    /**
     * Says anew who stands behind a vendor. The numbers of the contracting entity become the vendor's.
     *
     * @throws Problem 400 naming each wrong field, 404, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    public VendorEntities put(String slug, @Nullable String ifMatch, NewEntities values) {
        VendorRow row = row(slug);
        ETags.check(ifMatch, row.version);
        LegalEntity numbers = numbers(values, row.toVendor().legalEntity());
        List<FieldError> faults = faults(values, numbers);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        row.set(numbers);
        row.updatedAt = clock.instant();
        rows.flush();
        table.replace(row.id, values.entities());
        audit.record("vendor.entities", "vendor/" + slug, Map.of("entities", values.entities()));
        return new VendorEntities(entities(row.toVendor()), row.version);
    }

    /** What makes no sense about them; the numbers are the vendor's, where there is no contracting entity among them. */
    public List<FieldError> faults(NewEntities values, LegalEntity numbers) {
        return EntityRules.faults(values.entities(), numbers(values, numbers), today());
    }

    /** Those that somebody has told, without what was said of a contracting entity that has other numbers by now. */
    @Transactional
    public List<VendorEntity> told(UUID vendorId) {
        return rows.findByIdOptional(vendorId).map(row -> told(row.toVendor())).orElse(List.of());
    }

    private static LegalEntity numbers(NewEntities values, LegalEntity otherwise) {
        return contracting(values.entities()).map(VendorEntity::legalEntity).orElse(otherwise);
    }

    private List<VendorEntity> told(Vendor vendor) {
        return table.of(vendor.id()).stream()
                .filter(entity -> entity.role() != EntityRole.CONTRACTING
                        || entity.legalEntity().equals(vendor.legalEntity()))
                .toList();
    }

    private List<VendorEntity> entities(Vendor vendor) {
        List<VendorEntity> told = told(vendor);
        VendorEntity contracting = contracting(told).orElseGet(() -> named(vendor));
        return Stream.concat(
                        Stream.of(contracting), told.stream().filter(entity -> entity.role() != EntityRole.CONTRACTING))
                .toList();
    }

    private static Optional<VendorEntity> contracting(List<VendorEntity> entities) {
        return entities.stream()
                .filter(entity -> entity.role() == EntityRole.CONTRACTING)
                .findFirst();
    }

    private static VendorEntity named(Vendor vendor) {
        LegalEntity numbers = vendor.legalEntity();
        return new VendorEntity(
                EntityRole.CONTRACTING,
                vendor.name(),
                numbers.ticker(),
                numbers.cik(),
                numbers.companyNumber(),
                numbers.lei(),
                FROM_THE_REGISTER,
                LocalDate.ofInstant(vendor.updatedAt(), ZoneOffset.UTC));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private VendorRow row(String slug) {
        return rows.active(slug).orElseThrow(() -> Problem.notFound("vendor", slug));
    }
}
