package io.bellwether.vendor;

import io.bellwether.platform.Audit;
import io.bellwether.platform.Cursor;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Json;
import io.bellwether.platform.MergePatch;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vendors the business depends on. An archived vendor is gone from here, except for {@link #find}. */
@ApplicationScoped
public class VendorRegister {

    private final VendorRow.Repository rows;
    private final ProbeRegister probes;
    private final Json json;
    private final Validator validator;
    private final Audit audit;
    private final Clock clock;

    VendorRegister(
            VendorRow.Repository rows, ProbeRegister probes, Json json, Validator validator, Audit audit, Clock clock) {
        this.rows = rows;
        this.probes = probes;
        this.json = json;
        this.validator = validator;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Problem 404 */
    @Transactional
    public Vendor require(String slug) {
        return row(slug).toVendor();
    }

    /** The vendor, archived or not. */
    @Transactional
    public Optional<Vendor> find(UUID id) {
        return rows.findByIdOptional(id).map(VendorRow::toVendor);
    }

    /** All, in the order of their slugs. */
    @Transactional
    public List<Vendor> active() {
        return rows.active().stream().map(VendorRow::toVendor).toList();
    }

    /** Those that were archived, in the order of their slugs. */
    @Transactional
    public List<Vendor> archived() {
        return rows.archived().stream().map(VendorRow::toVendor).toList();
    }

    @Transactional
    public Page<Vendor> list(VendorQuery query) {
        List<String> key = Cursor.parts(query.after(), 1);
        List<Vendor> found = rows.search(query, key.isEmpty() ? "" : key.getFirst()).stream()
                .map(VendorRow::toVendor)
                .toList();
        return Page.of(found, query.limit(), vendor -> Cursor.of(vendor.slug()));
    }

    /** @throws Problem 409 when the slug is taken, be it by an archived vendor */
    @Transactional
    public Vendor create(NewVendor vendor) {
        return create(vendor, false);
    }

    /** A simulated vendor, whose history is generated. */
    @Transactional
    public Vendor createDemo(NewVendor vendor) {
        return create(vendor, true);
    }

    /**
     * Replaces everything but the slug.
     *
     * @throws Problem 400 when another slug is given, 404, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    public Vendor change(String slug, @Nullable String ifMatch, NewVendor values) {
        VendorRow row = row(slug);
        ETags.check(ifMatch, row.version);
        if (values.slug() != null && !values.slug().equals(slug)) {
            throw Problem.invalid("/slug", "A slug never changes; leave it out.");
        }
        row.set(values, clock.instant());
        return recorded("vendor.change", row);
    }

    /**
     * Changes what the merge patch (RFC 7386) names and leaves the rest.
     *
     * @throws Problem as {@link #change}
     */
    @Transactional
    public Vendor patch(String slug, @Nullable String ifMatch, Map<String, Object> patch) {
        NewVendor current = row(slug).toVendor().values();
        NewVendor patched = json.convert(MergePatch.apply(json.toMap(current), patch), NewVendor.class, "");
        Set<ConstraintViolation<NewVendor>> violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return change(slug, ifMatch, patched);
    }

    /**
     * Takes the vendor and its probes out of service; their history stays.
     *
     * @throws Problem 404, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    public void archive(String slug, @Nullable String ifMatch) {
        VendorRow row = row(slug);
        ETags.check(ifMatch, row.version);
        probes.of(row.id).forEach(probe -> probes.remove(probe.id()));
        row.archive(clock.instant());
        recorded("vendor.archive", row);
    }

    /**
     * Takes an archived vendor back into the register, with these values and its old history; its probes stay removed.
     *
     * @throws Problem 404 when no archived vendor has this slug
     */
    @Transactional
    public Vendor restore(String slug, NewVendor values) {
        VendorRow row = rows.archived(slug).orElseThrow(() -> Problem.notFound("archived vendor", slug));
        row.restore();
        row.set(values, clock.instant());
        return recorded("vendor.restore", row);
    }

    private Vendor create(NewVendor vendor, boolean demo) {
        VendorRow row = new VendorRow(freeSlug(vendor), demo, vendor, clock.instant());
        rows.persist(row);
        return recorded("vendor.create", row);
    }

    private String freeSlug(NewVendor vendor) {
        String slug = vendor.slug() == null ? Slug.of(vendor.name()) : vendor.slug();
        if (slug.isEmpty()) {
            throw Problem.invalid("/slug", "No slug can be derived from this name; give one.");
        }
        if (rows.count("slug", slug) > 0) {
            throw Problem.conflict("/slug", "'" + slug + "' is taken, perhaps by an archived vendor; give another.");
        }
        return slug;
    }

    private VendorRow row(String slug) {
        return rows.active(slug).orElseThrow(() -> Problem.notFound("vendor", slug));
    }

    private Vendor recorded(String action, VendorRow row) {
        rows.flush();
        audit.record(action, "vendor/" + row.slug, Map.of("name", row.name, "tier", row.tier));
        return row.toVendor();
    }
}
