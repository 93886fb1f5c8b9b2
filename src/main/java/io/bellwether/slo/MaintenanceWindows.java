package io.bellwether.slo;

import io.bellwether.platform.Audit;
import io.bellwether.platform.Caller;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Json;
import io.bellwether.platform.MergePatch;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Maintenance as people read and enter it. */
@ApplicationScoped
public class MaintenanceWindows {

    private final MaintenanceRow.Repository rows;
    private final MaintenanceReads reads;
    private final VendorRegister vendors;
    private final Validator validator;
    private final Json json;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    MaintenanceWindows(
            MaintenanceRow.Repository rows,
            MaintenanceReads reads,
            VendorRegister vendors,
            Validator validator,
            Json json,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.rows = rows;
        this.reads = reads;
        this.vendors = vendors;
        this.validator = validator;
        this.json = json;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Problem 400 when the query names a vendor that does not exist, or a broken cursor */
    @Transactional
    public Page<MaintenanceWindow> list(MaintenanceQuery query) {
        if (query.vendor() != null) {
            vendor(query.vendor(), "vendor");
        }
        return reads.list(query);
    }

    /** @throws Problem 404 */
    @Transactional
    public MaintenanceWindow require(UUID id) {
        return reads.find(id).orElseThrow(() -> Problem.notFound("maintenance window", id));
    }

    /** @throws Problem 400 naming each wrong field */
    @Transactional
    public MaintenanceWindow create(NewMaintenanceWindow window) {
        window.check();
        Vendor vendor = vendor(window.vendor(), "/vendor");
        MaintenanceRow row = new MaintenanceRow(vendor.id(), window, caller.name(), clock.instant());
        rows.persist(row);
        return recorded("maintenance.create", row.reason, row);
    }

    /**
     * Changes what the merge patch (RFC 7386) names and leaves the rest.
     *
     * @throws Problem 400 naming each wrong field, 404, 409 for an announced one, or 412 when {@code ifMatch} is stale
     */
    @Transactional
    public MaintenanceWindow patch(UUID id, @Nullable String ifMatch, Map<String, Object> patch) {
        MaintenanceWindow current = own(id, ifMatch);
        NewMaintenanceWindow patched =
                json.convert(MergePatch.apply(json.toMap(current.values()), patch), NewMaintenanceWindow.class, "");
        Set<ConstraintViolation<NewMaintenanceWindow>> violations = validator.validate(patched);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        patched.check();
        if (!patched.vendor().equals(current.vendor())) {
            throw Problem.invalid("/vendor", "A window stays with its vendor; leave it out.");
        }
        MaintenanceRow row = rows.findById(id);
        row.set(patched);
        return recorded("maintenance.change", row.reason, row);
    }

    /** @throws Problem 404, 409 for an announced one, or 412 when {@code ifMatch} is stale */
    @Transactional
    public void remove(UUID id, @Nullable String ifMatch) {
        own(id, ifMatch);
        MaintenanceRow row = rows.findById(id);
        recorded("maintenance.remove", "", row);
        rows.delete(row);
    }

    private MaintenanceWindow own(UUID id, @Nullable String ifMatch) {
        MaintenanceWindow window = require(id);
        if (window.source() == MaintenanceWindow.Source.ANNOUNCED) {
            throw Problem.conflict(
                    "source",
                    "The vendor announced it, so it cannot be changed here; with bellwether.slo.exclude-announced=false"
                            + " announced maintenance counts.");
        }
        ETags.check(ifMatch, window.version());
        return window;
    }

    private Vendor vendor(String slug, String pointer) {
        try {
            return vendors.require(slug);
        } catch (Problem _) {
            throw Problem.invalid(pointer, "There is no vendor '" + slug + "'.");
        }
    }

    private MaintenanceWindow recorded(String action, String reason, MaintenanceRow row) {
        rows.flush();
        MaintenanceWindow window = require(row.id);
        audit.record(action, "maintenance-window/" + row.id, reason, json.toMap(window.values()));
        return window;
    }
}
