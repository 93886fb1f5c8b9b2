package io.bellwether.alert;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;

/** Who is to see to an alert. */
@Path("/api/v1/alerts/{id}/assignments")
@RunOnVirtualThread
@RolesAllowed(Role.Names.OWNER)
class AssignmentResource {

    /** @param to the person's e-mail address */
    record Assignment(@NotBlank @Email @Size(max = 254) String to) {}

    private final Assignments assignments;

    AssignmentResource(Assignments assignments) {
        this.assignments = assignments;
    }

    @POST
    @Idempotent
    public Response assign(@PathParam("id") UUID id, @NotNull @Valid Assignment body) {
        Alert alert = assignments.assign(id, body.to());
        return ETags.created(URI.create("/api/v1/alerts/" + id), alert.version(), alert);
    }

    /** Takes it from whoever has it. */
    @DELETE
    public Response clear(@PathParam("id") UUID id) {
        Alert alert = assignments.clear(id);
        return ETags.changed(alert.version(), alert);
    }
}
