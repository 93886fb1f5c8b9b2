package io.bellwether.dashboard;

import io.bellwether.notify.Channels;
import io.bellwether.notify.Notification;
import io.bellwether.notify.Notifications;
import io.bellwether.notify.ReplayRequest;
import io.bellwether.notify.ReplayResult;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The ledger: who was to be told what, and what came of it. */
@Path("/messages")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
@ForPeople
class MessagesPage {

    private static final MessagesRequest ALL = new MessagesRequest(null, null, null, null);

    private final Notifications notifications;
    private final Channels channels;
    private final Frames frames;
    private final Failures failures;

    MessagesPage(Notifications notifications, Channels channels, Frames frames, Failures failures) {
        this.notifications = notifications;
        this.channels = channels;
        this.frames = frames;
        this.failures = failures;
    }

    @GET
    @Operation(hidden = true)
    public String list(@BeanParam MessagesRequest wish, @Context HttpHeaders request) {
        return page(wish, null, request);
    }

    /** @param back the list that the button stood on */
    @POST
    @Path("{id}/replays")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(hidden = true)
    public Response replay(@PathParam("id") UUID id, @FormParam("back") @Nullable String back) {
        notifications.replay(id);
        return Response.seeOther(OwnPath.of(back == null ? "/messages" : back)).build();
    }

    /** Sends again all that was given up and has not been told since. */
    @POST
    @Path("replays")
    @RolesAllowed(Role.Names.OPERATOR)
    @Operation(hidden = true)
    public String replayAll(@Context HttpHeaders request) {
        return page(ALL, notifications.replay(new ReplayRequest(null, null, null, null)), request);
    }

    @ServerExceptionMapper({Problem.class, ForbiddenException.class})
    public Response failed(RuntimeException failure, HttpHeaders request) {
        return failures.page(failure, request);
    }

    private String page(MessagesRequest wish, @Nullable ReplayResult replayed, HttpHeaders request) {
        Page<Notification> page = notifications.list(wish.query());
        MessagesView view = new MessagesView(
                notifications.account(null, null),
                page.items(),
                page.next(),
                channels.list(Page.MAX_LIMIT, null).items(),
                wish,
                replayed);
        Frame frame = frames.frame(request, "Messages", Section.ALERTS, Frame.Updates.NONE);
        return Templates.messages(frame, view).render();
    }
}
