package io.bellwether.slo;

import io.bellwether.history.TimeRange;
import io.bellwether.platform.Role;
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

/** How much of a time a vendor could be used. */
@Path("/api/v1/vendors/{slug}/availability")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class AvailabilityResource {

    private final VendorRegister vendors;
    private final AvailabilityQuery availability;
    private final Clock clock;

    AvailabilityResource(VendorRegister vendors, AvailabilityQuery availability, Clock clock) {
        this.vendors = vendors;
        this.availability = availability;
        this.clock = clock;
    }

    @GET
    public Availability read(
            @PathParam("slug") String slug,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to) {
        TimeRange range = TimeRange.of(from, to, clock.instant());
        return availability.of(vendors.require(slug).id(), range.from(), range.to());
    }
}
