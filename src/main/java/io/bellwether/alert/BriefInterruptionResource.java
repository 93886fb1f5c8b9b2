package io.bellwether.alert;

import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A vendor's troubles that were over before somebody was to be told of them. */
@Path("/api/v1/vendors/{slug}/brief-interruptions")
@RunOnVirtualThread
class BriefInterruptionResource {

    private final VendorRegister vendors;
    private final BriefInterruptions interruptions;

    BriefInterruptionResource(VendorRegister vendors, BriefInterruptions interruptions) {
        this.vendors = vendors;
        this.interruptions = interruptions;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<BriefInterruption> list(
            @PathParam("slug") String slug,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        UUID vendor = vendors.require(slug).id();
        BriefQuery query = new BriefQuery(from, to, Page.limit(limit), after);
        return Page.of(interruptions.before(vendor, query), query.limit(), BriefQuery::cursor);
    }
}
