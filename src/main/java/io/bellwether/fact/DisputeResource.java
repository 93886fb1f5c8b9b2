package io.bellwether.fact;

import io.bellwether.core.Dimension;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Facts of a vendor's finances that somebody disputes: shown, and not counted. */
@Path("/api/v1/vendors/{slug}/finance/suppressions")
@RunOnVirtualThread
class DisputeResource {

    private final Suppressions suppressions;

    DisputeResource(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    /** Those in force, and with {@code ended=true} also those that are over; the newest first. */
    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<Suppression> list(
            @PathParam("slug") String slug,
            @QueryParam("ended") @Nullable Boolean ended,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return suppressions.list(slug, Dimension.FINANCIAL, Boolean.TRUE.equals(ended), limit, after);
    }

    @POST
    @RolesAllowed(Role.Names.OWNER)
    @Idempotent
    public Response create(@PathParam("slug") String slug, @NotNull @Valid NewDispute body) {
        Suppression suppression = suppressions.dispute(slug, body);
        URI place = URI.create("/api/v1/vendors/" + slug + "/finance/suppressions/" + suppression.id());
        return Response.created(place).entity(suppression).build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.Names.VIEWER)
    public Suppression read(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return suppressions.require(slug, Dimension.FINANCIAL, id);
    }

    /** Ends it; what it was stays on record. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.OWNER)
    public void end(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        suppressions.end(slug, Dimension.FINANCIAL, id);
    }
}
