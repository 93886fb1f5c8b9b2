package io.bellwether.fact;

import io.bellwether.platform.Role;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The evidence behind the financial score. */
@Path("/api/v1/vendors/{slug}")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class FactResource {

    private final VendorRegister vendors;
    private final Finances finances;

    FactResource(VendorRegister vendors, Finances finances) {
        this.vendors = vendors;
        this.finances = finances;
    }

    @GET
    @Path("/finance")
    public FinanceFacts finance(String slug) {
        return finances.of(vendors.require(slug));
    }
}
