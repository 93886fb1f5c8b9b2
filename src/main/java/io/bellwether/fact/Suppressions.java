package io.bellwether.fact;

import io.bellwether.core.Dimension;
import io.bellwether.core.posture.catalogue.RuleSets;
import io.bellwether.platform.Audit;
import io.bellwether.platform.Caller;
import io.bellwether.platform.Cursor;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checks that somebody answers for although they fail, and facts of finances that somebody disputes. A suppression is never
 * deleted: it ends or expires.
 */
@ApplicationScoped
public class Suppressions {

    /** A year, leap years included: what holds for longer is decided again. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final int SHORTEST_REASON = 10;

    private final SuppressionRow.Repository rows;
    private final Facts facts;
    private final VendorRegister vendors;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    Suppressions(
            SuppressionRow.Repository rows,
            Facts facts,
            VendorRegister vendors,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.rows = rows;
        this.facts = facts;
        this.vendors = vendors;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** Those of checks in force at a time, the newest first. */
    @Transactional
    public List<Suppression> of(UUID vendorId, Instant now) {
        return of(vendorId, Dimension.SECURITY, now);
    }

    /** Those in force at a time, the newest first. */
    @Transactional
    public List<Suppression> of(UUID vendorId, Dimension dimension, Instant now) {
        return rows.active(vendorId, dimension, now).stream()
                .map(row -> row.shown(now))
                .toList();
    }

    /**
     * The newest first.
     *
     * @param past whether to list also those that are over
     * @throws Problem 400 for a broken cursor or limit, 404 when there is no such vendor
     */
    @Transactional
    Page<Suppression> list(
            String slug, Dimension dimension, boolean past, @Nullable Integer limit, @Nullable String after) {
        UUID vendor = vendors.require(slug).id();
        Instant now = clock.instant();
        int size = Page.limit(limit);
        UUID below = Cursor.below(after);
        List<SuppressionRow> found = past
                ? rows.all(vendor, dimension, below, size + 1)
                : rows.active(vendor, dimension, now, below, size + 1);
        return Page.of(
                found.stream().map(row -> row.shown(now)).toList(), size, suppression -> Cursor.of(suppression.id()));
    }

    /** @throws Problem 404 */
    @Transactional
    Suppression require(String slug, Dimension dimension, UUID id) {
        return row(vendors.require(slug), dimension, id).shown(clock.instant());
    }

    /** @throws Problem 400 naming each wrong field, or 404 when there is no such vendor */
    @Transactional
    Suppression create(String slug, NewSuppression values) {
        Vendor vendor = vendors.require(slug);
        Instant now = clock.instant();
        if (RuleSets.check(null, values.checkId()).isEmpty()) {
            throw Problem.invalid(
                    "/checkId",
                    "There is no check '" + values.checkId() + "'; GET /api/v1/security/rule-sets names them all.");
        }
        return create(vendor, Dimension.SECURITY, values, now);
    }

    /**
     * That a fact of finances was wrongly counted, for as long as it says the same.
     *
     * @throws Problem 400 naming each wrong field, or 404 when there is no such vendor
     */
    @Transactional
    Suppression dispute(String slug, NewDispute values) {
        Vendor vendor = vendors.require(slug);
        Fact fact = facts.current(vendor.id(), Dimension.FINANCIAL).stream()
                .filter(known -> known.id().equals(values.factId()))
                .findFirst()
                .orElseThrow(() -> Problem.invalid(
                        "/factId",
                        "There is no such fact now; GET /api/v1/vendors/" + slug + "/finance shows their ids."));
        NewSuppression of =
                new NewSuppression(fact.signal(), DisputedFacts.target(fact), values.reason(), values.expiresAt());
        return create(vendor, Dimension.FINANCIAL, of, clock.instant());
    }

    private Suppression create(Vendor vendor, Dimension dimension, NewSuppression values, Instant now) {
        check(values, now);
        SuppressionRow row = new SuppressionRow(vendor.id(), dimension, values, caller.name(), now);
        rows.persist(row);
        record("suppression.create", row.reason, vendor, row);
        return row.shown(now);
    }

    /**
     * Ends it now; one that is over stays as it is.
     *
     * @throws Problem 404
     */
    @Transactional
    void end(String slug, Dimension dimension, UUID id) {
        Vendor vendor = vendors.require(slug);
        SuppressionRow row = row(vendor, dimension, id);
        Instant now = clock.instant();
        if (row.state(now) != SuppressionState.ACTIVE) {
            return;
        }
        row.endedAt = now;
        row.endedBy = caller.name();
        record("suppression.end", "", vendor, row);
    }

    private static void check(NewSuppression values, Instant now) {
        if (values.reason().strip().length() < SHORTEST_REASON) {
            throw Problem.invalid(
                    "/reason", "Say in at least " + SHORTEST_REASON + " characters why it does not count.");
        }
        if (!values.expiresAt().isAfter(now)) {
            throw Problem.invalid("/expiresAt", "Must be in the future.");
        }
        if (values.expiresAt().isAfter(now.plus(LONGEST))) {
            throw Problem.invalid(
                    "/expiresAt",
                    "Must be " + LONGEST.toDays() + " days ahead at the most; decide again when it expires.");
        }
    }

    private SuppressionRow row(Vendor vendor, Dimension dimension, UUID id) {
        return rows.findByIdOptional(id)
                .filter(row -> row.vendorId.equals(vendor.id()) && row.dimension == dimension)
                .orElseThrow(() -> Problem.notFound("suppression", id));
    }

    private void record(String action, String reason, Vendor vendor, SuppressionRow row) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("vendor", vendor.slug());
        detail.put("checkId", row.checkId);
        if (row.target != null) {
            detail.put("target", row.target);
        }
        detail.put("expiresAt", row.expiresAt);
        audit.record(action, "suppression/" + row.id, reason, detail);
    }
}
