package io.bellwether.slo;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The objectives of one vendor. */
@Path("/api/v1/vendors/{slug}/objectives")
@RunOnVirtualThread
class VendorObjectivesResource {

    private final Objectives objectives;
    private final ObjectiveViews views;

    VendorObjectivesResource(Objectives objectives, ObjectiveViews views) {
        this.objectives = objectives;
        this.views = views;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<ObjectiveView> list(@PathParam("slug") String slug) {
        return new Page<>(objectives.of(slug).stream().map(views::of).toList(), null);
    }

    @POST
    @RolesAllowed(Role.Names.OPERATOR)
    @Idempotent
    public Response create(@PathParam("slug") String slug, @NotNull @Valid NewObjective body) {
        ServiceObjective objective = objectives.create(slug, body);
        return ETags.created(
                URI.create("/api/v1/objectives/" + objective.id()), objective.version(), views.of(objective));
    }
}
