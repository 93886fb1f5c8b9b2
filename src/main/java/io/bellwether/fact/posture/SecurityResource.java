package io.bellwether.fact.posture;

import io.bellwether.core.posture.letter.Letter;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A vendor's security posture, result by result, and how it came to be. */
@Path("/api/v1/vendors/{slug}/security")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class SecurityResource {

    private static final Duration USUAL = Duration.ofDays(90);

    private final VendorRegister vendors;
    private final SecurityViews views;
    private final SecurityHistory history;
    private final SecurityDiff diff;
    private final Letters letters;
    private final EvidenceTable table;
    private final Clock clock;

    SecurityResource(
            VendorRegister vendors,
            SecurityViews views,
            SecurityHistory history,
            SecurityDiff diff,
            Letters letters,
            EvidenceTable table,
            Clock clock) {
        this.vendors = vendors;
        this.views = views;
        this.history = history;
        this.diff = diff;
        this.letters = letters;
        this.table = table;
        this.clock = clock;
    }

    static String path(String slug, UUID id) {
        return "/api/v1/vendors/" + slug + "/security/evidence/" + id;
    }

    @GET
    public SecurityView now(String slug) {
        return views.of(vendors.require(slug));
    }

    /** What was seen, unjudged. */
    @GET
    @Path("/evidence/{id}")
    public Map<String, Object> evidence(String slug, UUID id) {
        Vendor vendor = vendors.require(slug);
        return table.raw(vendor.id(), id).orElseThrow(() -> Problem.notFound("evidence", id));
    }

    /** A letter to the vendor about what it should mend, ready to be sent; 404 when there is nothing to mend. */
    @GET
    @Path("/letter")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    public String letter(String slug) {
        Vendor vendor = vendors.require(slug);
        Letter letter =
                letters.to(vendor).orElseThrow(() -> Problem.notFound("letter: nothing to mend is known of", slug));
        return "Subject: " + letter.subject() + "\n\n" + letter.body();
    }

    /**
     * The kept looks of a period, each judged anew; by default the last 90 days.
     *
     * @param ruleSet which rule set judges; null for those that count now
     */
    @GET
    @Path("/history")
    public Page<SecurityHistory.Series> history(
            String slug,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("ruleSet") @Nullable String ruleSet) {
        Vendor vendor = vendors.require(slug);
        Instant until = Objects.requireNonNullElse(to, clock.instant());
        Instant since = since(from, until);
        return new Page<>(history.of(vendor, since, until, ruleSet), null);
    }

    /** What is different between two times, and whether the vendor or the rules have changed; by default over 90 days. */
    @GET
    @Path("/diff")
    public SecurityDiff.Difference diff(
            String slug, @QueryParam("from") @Nullable Instant from, @QueryParam("to") @Nullable Instant to) {
        Vendor vendor = vendors.require(slug);
        Instant until = Objects.requireNonNullElse(to, clock.instant());
        return diff.of(vendor, since(from, until), until);
    }

    private static Instant since(@Nullable Instant from, Instant until) {
        Instant since = Objects.requireNonNullElse(from, until.minus(USUAL));
        if (since.isAfter(until)) {
            throw Problem.invalid("from", "Must not be after 'to'.");
        }
        return since;
    }
}
