package io.bellwether.notify;

import io.bellwether.notify.route.RouteDocument;
import io.bellwether.notify.route.RouteDocument.NamedReceiver;
import io.bellwether.notify.route.Routes;
import io.bellwether.platform.Audit;
import io.bellwether.platform.ETags;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Routes: who is told of which alerts. */
@Path("/api/v1/routes")
@RunOnVirtualThread
class RoutesResource {

    private final Routing routing;
    private final Routes routes;
    private final ChannelRow.Repository channels;
    private final Audit audit;

    RoutesResource(Routing routing, Routes routes, ChannelRow.Repository channels, Audit audit) {
        this.routing = routing;
        this.routes = routes;
        this.channels = channels;
        this.audit = audit;
    }

    /** The routes in force, also when nobody has set any. */
    @GET
    @RolesAllowed(Role.Names.VIEWER)
    @Transactional
    public Response read(@HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        Routes.Stored stored = routing.inForce();
        // Routes that nobody has set change with the channels, of which the version knows nothing.
        return ETags.read(stored.set() ? ifNoneMatch : null, stored.version(), stored.document());
    }

    /** Replaces all routes. */
    @PUT
    @RolesAllowed(Role.Names.OPERATOR)
    @Transactional
    public Response replace(
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch, @NotNull @Valid RouteDocument body) {
        lock(ifMatch);
        refuseUnknownChannels(body);
        Routes.Stored stored = routes.replace(body);
        audit.record("routes.replace", "routes", Map.of("document", body));
        return ETags.changed(stored.version(), stored.document());
    }

    /** Takes all routes away: every alert goes to every channel again. */
    @DELETE
    @RolesAllowed(Role.Names.OPERATOR)
    @Transactional
    public void clear(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        lock(ifMatch);
        routes.clear();
        audit.record("routes.clear", "routes", Map.of());
    }

    /** Until the end of the transaction nobody else changes them, or takes away a channel that they are about to name. */
    private void lock(@Nullable String ifMatch) {
        channels.lockUses();
        ETags.check(ifMatch, routing.inForce().version());
    }

    private void refuseUnknownChannels(RouteDocument document) {
        Set<String> names =
                channels.enabled().stream().map(channel -> channel.name).collect(Collectors.toSet());
        List<FieldError> errors = new ArrayList<>();
        for (int at = 0; at < document.receivers().size(); at++) {
            NamedReceiver receiver = document.receivers().get(at);
            for (int place = 0; place < receiver.channels().size(); place++) {
                String channel = receiver.channels().get(place);
                if (!names.contains(channel)) {
                    errors.add(new FieldError(
                            "/receivers/" + at + "/channels/" + place,
                            "There is no enabled channel '" + channel + "'."));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }
}
