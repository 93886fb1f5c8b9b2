package io.bellwether.dashboard.live;

import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Server-sent events of what this node sees; with several nodes a client hears of what its own node probes and judges. */
@Path("/api/v1/events")
@RolesAllowed(Role.Names.VIEWER)
@RunOnVirtualThread
class EventsResource {

    private final EventStreams streams;

    EventsResource(EventStreams streams) {
        this.streams = streams;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(summary = "Events named observation, status, health and alert, as they happen on this node")
    public void listen(@Context SseEventSink sink, @Context Sse sse) {
        streams.add(sink, sse);
    }
}
