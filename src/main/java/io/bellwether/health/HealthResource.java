package io.bellwether.health;

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
import org.jspecify.annotations.Nullable;

/** How a vendor stands. */
@Path("/api/v1/vendors/{slug}/health")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class HealthResource {

    private final VendorRegister vendors;
    private final HealthService service;
    private final HonestyQuery honesty;
    private final Clock clock;

    HealthResource(VendorRegister vendors, HealthService service, HonestyQuery honesty, Clock clock) {
        this.vendors = vendors;
        this.service = service;
        this.honesty = honesty;
        this.clock = clock;
    }

    /** As of now, computed when asked. */
    @GET
    public Health now(String slug) {
        Vendor vendor = vendors.require(slug);
        return service.of(vendor).with(honesty.soFar(vendor, clock.instant()));
    }

    /** One point per UTC day, oldest first; by default the last 90 days. */
    @GET
    @Path("/history")
    public Page<HealthPoint> history(
            String slug, @QueryParam("from") @Nullable String from, @QueryParam("to") @Nullable String to) {
        Days days = Days.of(from, to, clock.instant());
        return new Page<>(service.history(vendors.require(slug).id(), days.first(), days.last()), null);
    }
}
