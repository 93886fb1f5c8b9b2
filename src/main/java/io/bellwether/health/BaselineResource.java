package io.bellwether.health;

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

/** From when on the level of a vendor's index is accepted. */
@Path("/api/v1/vendors/{slug}/health/baselines")
@RunOnVirtualThread
class BaselineResource {

    private final Baselines baselines;

    BaselineResource(Baselines baselines) {
        this.baselines = baselines;
    }

    /** The newest first, those that ended too. */
    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<Baseline> list(
            @PathParam("slug") String slug,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return baselines.list(slug, limit, after);
    }

    /** Slips are looked for anew from that day on. */
    @POST
    @RolesAllowed(Role.Names.OWNER)
    @Idempotent
    public Response create(@PathParam("slug") String slug, @NotNull @Valid NewBaseline body) {
        Baseline baseline = baselines.create(slug, body);
        URI place = URI.create("/api/v1/vendors/" + slug + "/health/baselines/" + baseline.id());
        return Response.created(place).entity(baseline).build();
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.Names.VIEWER)
    public Baseline read(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return baselines.require(slug, id);
    }

    /** Takes it back; what it was stays on record. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.OWNER)
    public void end(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        baselines.end(slug, id);
    }
}
