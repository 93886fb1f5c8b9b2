package io.bellwether.compat;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What tools look at to see whether somebody is there. */
@Path("/alertmanager")
@PermitAll
class PresenceResource {

    @GET
    @Path("/-/{probe: healthy|ready}")
    @Produces(MediaType.TEXT_PLAIN)
    public String healthy() {
        return "OK";
    }

    /** What the alert dashboard Karma looks for. */
    @GET
    @Path("/metrics")
    @Produces(MediaType.TEXT_PLAIN)
    public String metrics() {
        return "alertmanager_build_info{version=\"" + StatusResource.VERSION + "\"} 1\n";
    }
}
