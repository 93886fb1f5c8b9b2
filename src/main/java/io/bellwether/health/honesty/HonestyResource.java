package io.bellwether.health.honesty;

import io.bellwether.core.slo.Span;
import io.bellwether.platform.Role;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether a vendor's status page tells what is. */
@Path("/api/v1/vendors/{slug}/status-page-honesty")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class HonestyResource {

    private final VendorRegister vendors;
    private final HonestyQuery honesty;
    private final Clock clock;

    HonestyResource(VendorRegister vendors, HonestyQuery honesty, Clock clock) {
        this.vendors = vendors;
        this.honesty = honesty;
        this.clock = clock;
    }

    /** By default in the running quarter of the UTC calendar, so far. */
    @GET
    public StatusPageHonesty read(
            @PathParam("slug") String slug,
            @QueryParam("period") @Nullable String period,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to) {
        Vendor vendor = vendors.require(slug);
        Span asked = HonestyPeriod.of(period, from, to, clock.instant());
        return honesty.of(vendor, asked.from(), asked.to());
    }
}
