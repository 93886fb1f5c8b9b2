package io.bellwether.fact;

import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.bellwether.vendor.VendorEntity;
import io.bellwether.vendor.VendorRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Who may stand behind a vendor too: found by a probe, and in the register only when somebody puts it there. */
@Path("/api/v1/vendors/{slug}/entities/suggestions")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class EntitySuggestionsResource {

    private final VendorRegister vendors;
    private final EntityFinances entities;

    EntitySuggestionsResource(VendorRegister vendors, EntityFinances entities) {
        this.vendors = vendors;
        this.entities = entities;
    }

    /** The parents that the index of legal entities tells and that are not registered; as they can be put into the register. */
    @GET
    public Page<VendorEntity> suggestions(@PathParam("slug") String slug) {
        return new Page<>(entities.suggested(vendors.require(slug).id()), null);
    }
}
