package io.bellwether.slo;

import io.bellwether.platform.Audit;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the services of vendors shall reach. An objective of a probe ends with the probe. */
@ApplicationScoped
public class Objectives {

    private final ObjectiveRow.Repository rows;
    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final Audit audit;
    private final Clock clock;

    Objectives(ObjectiveRow.Repository rows, VendorRegister vendors, ProbeRegister probes, Audit audit, Clock clock) {
        this.rows = rows;
        this.vendors = vendors;
        this.probes = probes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Those of a vendor, oldest first. */
    @Transactional
    public List<ServiceObjective> of(String slug) {
        return of(vendors.require(slug).id());
    }

    /** Those of a vendor, archived or not, oldest first. */
    @Transactional
    public List<ServiceObjective> of(UUID vendorId) {
        return rows.of(vendorId).stream().map(ObjectiveRow::toObjective).toList();
    }

    /** The objectives of this kind of all vendors that are not archived, those of a vendor together. */
    @Transactional
    public List<ServiceObjective> ofKind(ObjectiveKind kind) {
        return rows.ofKind(kind).stream().map(ObjectiveRow::toObjective).toList();
    }

    /** The availability objective with the highest target among those of the vendor as a whole. */
    @Transactional
    public Optional<ServiceObjective> strictest(UUID vendorId) {
        return rows.strictest(vendorId, ObjectiveKind.AVAILABILITY).map(ObjectiveRow::toObjective);
    }

    /** @throws Problem 404 */
    @Transactional
    public ServiceObjective require(UUID id) {
        return row(id).toObjective();
    }

    /** @throws Problem 400 naming each wrong field, or 404 */
    @Transactional
    public ServiceObjective create(String slug, NewObjective objective) {
        Vendor vendor = vendors.require(slug);
        check(vendor.id(), objective);
        ObjectiveRow row = new ObjectiveRow(vendor.id(), objective, clock.instant());
        rows.persist(row);
        return recorded("objective.create", row);
    }

    /**
     * Replaces everything but the vendor.
     *
     * @throws Problem 400 naming each wrong field, 404, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    public ServiceObjective change(UUID id, @Nullable String ifMatch, NewObjective objective) {
        ObjectiveRow row = row(id);
        ETags.check(ifMatch, row.version);
        check(row.vendorId, objective);
        row.set(objective, clock.instant());
        return recorded("objective.change", row);
    }

    /** @throws Problem 404, or 412 when {@code ifMatch} is stale */
    @Transactional
    public void remove(UUID id, @Nullable String ifMatch) {
        ObjectiveRow row = row(id);
        ETags.check(ifMatch, row.version);
        recorded("objective.remove", row);
        rows.delete(row);
    }

    private void check(UUID vendorId, NewObjective objective) {
        ObjectiveRules.check(objective);
        UUID probe = objective.probe();
        if (probe != null
                && probes.of(vendorId).stream().noneMatch(one -> one.id().equals(probe))) {
            throw Problem.invalid(
                    "/probe", "The vendor has no probe '" + probe + "'; take one of its probes in service.");
        }
    }

    private ObjectiveRow row(UUID id) {
        return rows.findByIdOptional(id).orElseThrow(() -> Problem.notFound("objective", id));
    }

    private ServiceObjective recorded(String action, ObjectiveRow row) {
        rows.flush();
        audit.record(
                action, "objective/" + row.id, Map.of("vendor", row.vendorId, "name", row.name, "target", row.target));
        return row.toObjective();
    }
}
