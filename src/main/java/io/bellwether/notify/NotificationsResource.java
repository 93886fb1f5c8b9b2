package io.bellwether.notify;

import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ledger of messages. */
@Path("/api/v1/notifications")
@RunOnVirtualThread
class NotificationsResource {

    private final Notifications notifications;

    NotificationsResource(Notifications notifications) {
        this.notifications = notifications;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<Notification> list(
            @QueryParam("state") @Nullable IntentState state,
            @QueryParam("alert") @Nullable UUID alert,
            @QueryParam("channel") @Nullable UUID channel,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return notifications.list(new NotificationQuery(state, alert, channel, limit, after));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.Names.VIEWER)
    public Notification read(@PathParam("id") UUID id) {
        return notifications.require(id);
    }

    @POST
    @Path("/{id}/replays")
    @RolesAllowed(Role.Names.OPERATOR)
    public Notification replay(@PathParam("id") UUID id) {
        return notifications.replay(id);
    }

    /** Tries again all of what was given up that matches. */
    @POST
    @Path("/replays")
    @RolesAllowed(Role.Names.OPERATOR)
    public ReplayResult replayAll(@NotNull ReplayRequest body) {
        return notifications.replay(body);
    }

    /** Whether every transition of a time was told or is accounted for; the last day when nothing is said. */
    @GET
    @Path("/ledger")
    @RolesAllowed(Role.Names.VIEWER)
    public LedgerReport ledger(@QueryParam("from") @Nullable Instant from, @QueryParam("to") @Nullable Instant to) {
        return notifications.account(from, to);
    }
}
