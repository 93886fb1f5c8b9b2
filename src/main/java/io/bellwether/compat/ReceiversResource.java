package io.bellwether.compat;

import io.bellwether.notify.RoutingTable;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Who can be told. */
@Path("/alertmanager/api/v2/receivers")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class ReceiversResource {

    private final RoutingTable routes;
    private final Wire wire;

    ReceiversResource(RoutingTable routes, Wire wire) {
        this.routes = routes;
        this.wire = wire;
    }

    @GET
    public Response receivers() {
        return wire.answer(
                () -> routes.receivers().stream().map(CompatAlert.Name::new).toList());
    }
}
