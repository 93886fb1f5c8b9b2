package io.bellwether.slo;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The times in which vendors work on their services: those entered here, and those announced on status pages. */
@Path("/api/v1/maintenance-windows")
@RunOnVirtualThread
class MaintenanceResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final MaintenanceWindows windows;

    MaintenanceResource(MaintenanceWindows windows) {
        this.windows = windows;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<MaintenanceWindow> list(
            @QueryParam("vendor") @Nullable String vendor,
            @QueryParam("from") @Nullable Instant from,
            @QueryParam("to") @Nullable Instant to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return windows.list(new MaintenanceQuery(vendor, from, to, Page.limit(limit), after));
    }

    @POST
    @RolesAllowed(Role.Names.OPERATOR)
    @Idempotent
    public Response create(@NotNull @Valid NewMaintenanceWindow body) {
        MaintenanceWindow window = windows.create(body);
        return ETags.created(URI.create("/api/v1/maintenance-windows/" + window.id()), window.version(), window);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.Names.VIEWER)
    public Response read(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        MaintenanceWindow window = windows.require(id);
        return ETags.read(ifNoneMatch, window.version(), window);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MERGE_PATCH, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.Names.OPERATOR)
    public Response patch(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull Map<String, Object> body) {
        MaintenanceWindow window = windows.patch(id, ifMatch, body);
        return ETags.changed(window.version(), window);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.OPERATOR)
    public void remove(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        windows.remove(id, ifMatch);
    }
}
