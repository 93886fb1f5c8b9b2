package io.bellwether.vendor;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Who stands behind a vendor in law: with whom the contract is, who owns that one, and who answers for it. */
@Path("/api/v1/vendors/{slug}/entities")
@RunOnVirtualThread
class EntityResource {

    private final EntityRegister entities;

    EntityResource(EntityRegister entities) {
        this.entities = entities;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Response read(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        VendorEntities known = entities.of(slug);
        return ETags.read(ifNoneMatch, known.version(), known);
    }

    @PUT
    @RolesAllowed(Role.Names.OPERATOR)
    public Response replace(
            @PathParam("slug") String slug,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewEntities body) {
        VendorEntities changed = entities.put(slug, ifMatch, body);
        return ETags.changed(changed.version(), changed);
    }
}
