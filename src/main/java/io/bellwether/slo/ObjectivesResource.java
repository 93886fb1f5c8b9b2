package io.bellwether.slo;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One objective and how it stands. The state changes all the time, so that no client is told to keep what it has. */
@Path("/api/v1/objectives/{id}")
@RunOnVirtualThread
class ObjectivesResource {

    private final Objectives objectives;
    private final ObjectiveViews views;

    ObjectivesResource(Objectives objectives, ObjectiveViews views) {
        this.objectives = objectives;
        this.views = views;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Response read(@PathParam("id") UUID id) {
        return answer(objectives.require(id));
    }

    @PUT
    @RolesAllowed(Role.Names.OPERATOR)
    public Response replace(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewObjective body) {
        return answer(objectives.change(id, ifMatch, body));
    }

    @DELETE
    @RolesAllowed(Role.Names.OPERATOR)
    public void remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        objectives.remove(id, ifMatch);
    }

    private Response answer(ServiceObjective objective) {
        return ETags.changed(objective.version(), views.of(objective));
    }
}
