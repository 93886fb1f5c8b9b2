package io.bellwether.monitor;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Role;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeRegister;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One configured check. */
@Path("/api/v1/probes/{id}")
@RunOnVirtualThread
class ProbesResource {

    private final ProbeRegister probes;
    private final ProbeKinds kinds;
    private final Presence presence;

    ProbesResource(ProbeRegister probes, ProbeKinds kinds, Presence presence) {
        this.probes = probes;
        this.kinds = kinds;
        this.presence = presence;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Response read(@PathParam("id") UUID id) {
        return answer(probes.require(id));
    }

    @PATCH
    @RolesAllowed(Role.Names.OPERATOR)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Valid @NotNull ProbeChangeBody body) {
        ConfiguredProbe probe = probes.require(id);
        return answer(probes.change(id, ifMatch, body.to(probe, kinds)));
    }

    @DELETE
    @RolesAllowed(Role.Names.OPERATOR)
    public void remove(@PathParam("id") UUID id) {
        probes.remove(id);
    }

    private Response answer(ConfiguredProbe probe) {
        return Response.ok(ProbeView.of(probe, kinds, presence.served()))
                .header("ETag", ETags.of(probe.version()))
                .build();
    }
}
