package io.bellwether.health;

import io.bellwether.platform.Audit;
import io.bellwether.platform.Caller;
import io.bellwether.platform.Cursor;
import io.bellwether.platform.Ids;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Levels of vendors' indices that somebody has accepted. A change takes effect at once: the vendor is assessed in the same
 * transaction.
 */
@ApplicationScoped
class Baselines {

    private static final int SHORTEST_REASON = 10;
    private static final int MOST_YEARS = 5;

    private final BaselineTable table;
    private final VendorRegister vendors;
    private final HealthService health;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    Baselines(
            BaselineTable table,
            VendorRegister vendors,
            HealthService health,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.table = table;
        this.vendors = vendors;
        this.health = health;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * The newest first, those that ended too.
     *
     * @throws Problem 400 for a broken cursor or limit, 404 when there is no such vendor
     */
    @Transactional
    Page<Baseline> list(String slug, @Nullable Integer limit, @Nullable String after) {
        int size = Page.limit(limit);
        List<Baseline> found = table.list(vendors.require(slug).id(), Cursor.below(after), size + 1);
        return Page.of(found, size, baseline -> Cursor.of(baseline.id()));
    }

    /** @throws Problem 400 naming the wrong field, or 404 when there is no such vendor */
    @Transactional
    Baseline create(String slug, NewBaseline values) {
        Vendor vendor = vendors.require(slug);
        Instant now = clock.instant();
        LocalDate since = since(values, LocalDate.ofInstant(now, ZoneOffset.UTC));
        String reason = values.reason().strip();
        if (reason.length() < SHORTEST_REASON) {
            throw Problem.invalid(
                    "/reason", "Say in at least " + SHORTEST_REASON + " characters why the level is accepted.");
        }
        Baseline baseline = new Baseline(Ids.next(), since, reason, caller.name(), now, null, null);
        table.add(vendor.id(), baseline);
        audit.record("baseline.create", "baseline/" + baseline.id(), reason, Map.of("vendor", slug, "since", since));
        health.assess(vendor);
        return baseline;
    }

    /** @throws Problem 404 */
    @Transactional
    Baseline require(String slug, UUID id) {
        return find(vendors.require(slug), id);
    }

    /**
     * Takes it back: the days before count again. One that is over stays as it is.
     *
     * @throws Problem 404
     */
    @Transactional
    void end(String slug, UUID id) {
        Vendor vendor = vendors.require(slug);
        Baseline baseline = find(vendor, id);
        if (table.end(baseline.id(), clock.instant(), caller.name())) {
            audit.record("baseline.end", "baseline/" + id, Map.of("vendor", slug, "since", baseline.since()));
            health.assess(vendor);
        }
    }

    private Baseline find(Vendor vendor, UUID id) {
        return table.find(vendor.id(), id).orElseThrow(() -> Problem.notFound("baseline", id));
    }

    private static LocalDate since(NewBaseline values, LocalDate today) {
        LocalDate since = Objects.requireNonNullElse(values.since(), today);
        if (since.isAfter(today)) {
            throw Problem.invalid("/since", "Must not be in the future: today is " + today + " in UTC.");
        }
        if (since.isBefore(today.minusYears(MOST_YEARS))) {
            throw Problem.invalid(
                    "/since", "Must not be more than " + MOST_YEARS + " years ago; older days never count.");
        }
        return since;
    }
}
