package io.bellwether.health;

import io.bellwether.core.score.peer.PeerView;
import io.bellwether.health.honesty.HonestyQuery;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** How a vendor stands. */
@Path("/api/v1/vendors/{slug}/health")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class HealthResource {

    private final VendorRegister vendors;
    private final HealthService service;
    private final HealthChanges changes;
    private final PeerStandings peers;
    private final HonestyQuery honesty;
    private final Clock clock;

    HealthResource(
            VendorRegister vendors,
            HealthService service,
            HealthChanges changes,
            PeerStandings peers,
            HonestyQuery honesty,
            Clock clock) {
        this.vendors = vendors;
        this.service = service;
        this.changes = changes;
        this.peers = peers;
        this.honesty = honesty;
        this.clock = clock;
    }

    /** As of now, computed when asked; with what should be done about each driver. */
    @GET
    public Health now(String slug) {
        Vendor vendor = vendors.require(slug);
        return service.of(vendor).with(honesty.soFar(vendor, clock.instant())).advised(slug);
    }

    /** One point per UTC day, oldest first; by default the last 90 days. */
    @GET
    @Path("/history")
    public Page<HealthPoint> history(
            String slug, @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        Days days = Days.of(from, to, clock.instant());
        return new Page<>(service.history(vendors.require(slug).id(), days.first(), days.last()), null);
    }

    /** Why the index changed; by default in the last 90 days, or since it is known. */
    @GET
    @Path("/changes")
    public HealthChange changes(
            String slug, @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        Days days = Days.of(from, to, clock.instant());
        return changes.between(vendors.require(slug), days, from == null);
    }

    /** Beside the others with the same capability, one entry for each of its capabilities. */
    @GET
    @Path("/peers")
    public Page<PeerView> peers(String slug) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Page<>(peers.of(vendors.require(slug), today), null);
    }
}
