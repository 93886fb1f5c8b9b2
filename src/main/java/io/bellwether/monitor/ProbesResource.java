package io.bellwether.monitor;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Role;
import io.bellwether.probe.ProbeKinds;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.ProbeChange;
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

    ProbesResource(ProbeRegister probes, ProbeKinds kinds) {
        this.probes = probes;
        this.kinds = kinds;
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
        ProbeChange change = new ProbeChange(
                body.name(),
                body.every(),
                body.timeout(),
                body.confirm() == null ? null : body.confirm().over(probe.confirm()),
                body.settings() == null ? null : kinds.validated(probe.kind(), body.settings(), probe.settings()));
        return answer(probes.change(id, ifMatch, change));
    }

    @DELETE
    @RolesAllowed(Role.Names.OPERATOR)
    public void remove(@PathParam("id") UUID id) {
        probes.remove(id);
    }

    private Response answer(ConfiguredProbe probe) {
        return Response.ok(ProbeView.of(probe, kinds))
                .header("ETag", ETags.of(probe.version()))
                .build();
    }
}
