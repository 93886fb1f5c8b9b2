package io.bellwether.probe;

import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** The kinds of probes, with what their settings may hold. */
@Path("/api/v1/probe-kinds")
@RunOnVirtualThread
class KindsResource {

    private final ProbeKinds kinds;

    KindsResource(ProbeKinds kinds) {
        this.kinds = kinds;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<ProbeKinds.Kind> list() {
        return new Page<>(kinds.all(), null);
    }
}
