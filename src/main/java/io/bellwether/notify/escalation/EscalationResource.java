package io.bellwether.notify.escalation;

import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** How far an alert has gone through its escalation. */
@Path("/api/v1/alerts/{id}/escalation")
@RunOnVirtualThread
class EscalationResource {

    private final Escalations escalations;

    EscalationResource(Escalations escalations) {
        this.escalations = escalations;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public EscalationView read(@PathParam("id") UUID id) {
        return escalations.require(id);
    }
}
