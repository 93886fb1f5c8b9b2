package io.bellwether.fact;

import io.bellwether.core.Finding;
import io.bellwether.platform.Audit;
import io.bellwether.platform.Caller;
import io.bellwether.platform.Cursor;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people tell of vendors' finances. What is withdrawn stays on record, and can be put back. */
@ApplicationScoped
class ToldFacts {

    private final Facts facts;
    private final ToldTable table;
    private final VendorRegister vendors;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    ToldFacts(Facts facts, ToldTable table, VendorRegister vendors, Audit audit, Caller caller, Clock clock) {
        this.facts = facts;
        this.table = table;
        this.vendors = vendors;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The ones entered last come first.
     *
     * @param past whether to list also those that were withdrawn or have expired
     * @throws Problem 400 for a broken cursor or limit, 404 when there is no such vendor
     */
    @Transactional
    Page<ToldFact> list(String slug, boolean past, @Nullable Integer limit, @Nullable String after) {
        UUID vendor = vendors.require(slug).id();
        int size = Page.limit(limit);
        List<ToldFact> found = table.of(vendor, past, clock.instant(), Cursor.below(after), size + 1).stream()
                .map(ToldFact::of)
                .toList();
        return Page.of(found, size, fact -> Cursor.of(fact.id()));
    }

    /** @throws Problem 404 */
    @Transactional
    ToldFact require(String slug, UUID id) {
        return ToldFact.of(fact(vendors.require(slug), id));
    }

    /** @throws Problem 400 naming each wrong field, or 404 when there is no such vendor */
    @Transactional
    ToldFact enter(String slug, NewFact values) {
        Vendor vendor = vendors.require(slug);
        Instant now = clock.instant();
        List<FieldError> faults = values.faults(now);
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        return record("fact.enter", vendor, DatedFacts.finding(values, caller.name()), now);
    }

    /**
     * It no longer counts; one that is withdrawn stays as it is.
     *
     * @throws Problem 404
     */
    @Transactional
    void withdraw(String slug, UUID id) {
        Vendor vendor = vendors.require(slug);
        Fact fact = fact(vendor, id);
        if (table.withdraw(fact.id(), clock.instant())) {
            audit("fact.withdraw", vendor, fact);
        }
    }

    /**
     * Puts back what was withdrawn, as a fact of its own; one that stands is answered as it is.
     *
     * @throws Problem 404
     */
    @Transactional
    ToldFact restore(String slug, UUID id) {
        Vendor vendor = vendors.require(slug);
        Fact fact = fact(vendor, id);
        if (fact.supersededAt() == null) {
            return ToldFact.of(fact);
        }
        Finding again = Finding.event(
                fact.dimension(), fact.signal(), fact.key(), fact.occurredAt(), fact.source(), fact.detail());
        return record("fact.restore", vendor, again, clock.instant());
    }

    private ToldFact record(String action, Vendor vendor, Finding finding, Instant now) {
        Fact fact = facts.record(vendor.id(), null, List.of(finding), now).stream()
                .findFirst()
                .orElseThrow(() -> Problem.conflict("/id", "It stands already."));
        audit(action, vendor, fact);
        return ToldFact.of(fact);
    }

    private Fact fact(Vendor vendor, UUID id) {
        return table.find(vendor.id(), id).filter(DatedFacts::is).orElseThrow(() -> Problem.notFound("fact", id));
    }

    private void audit(String action, Vendor vendor, Fact fact) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("vendor", vendor.slug());
        detail.put("signal", fact.signal());
        detail.put("occurredAt", fact.occurredAt());
        detail.put("source", fact.source());
        audit.record(action, "fact/" + fact.id(), detail);
    }
}
