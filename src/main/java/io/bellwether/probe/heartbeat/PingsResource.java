package io.bellwether.probe.heartbeat;

import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a job has told, as far as it is kept: the last 100 calls. */
@Path("/api/v1/probes/{id}/pings")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class PingsResource {

    private final PingLog pings;

    PingsResource(PingLog pings) {
        this.pings = pings;
    }

    /** Newest first. */
    @GET
    public Page<Ping> list(
            @PathParam("id") UUID id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return pings.list(id, limit, after);
    }
}
