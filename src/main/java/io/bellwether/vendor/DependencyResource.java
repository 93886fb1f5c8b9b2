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

/** What a vendor's service rests on: an outage there explains its own. */
@Path("/api/v1/vendors/{slug}/dependencies")
@RunOnVirtualThread
class DependencyResource {

    private final DependencyRegister dependencies;

    DependencyResource(DependencyRegister dependencies) {
        this.dependencies = dependencies;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Response read(
            @PathParam("slug") String slug, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        VendorDependencies known = dependencies.of(slug);
        return ETags.read(ifNoneMatch, known.version(), known);
    }

    @PUT
    @RolesAllowed(Role.Names.OPERATOR)
    public Response replace(
            @PathParam("slug") String slug,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewDependencies body) {
        VendorDependencies changed = dependencies.put(slug, ifMatch, body);
        return ETags.changed(changed.version(), changed);
    }
}
