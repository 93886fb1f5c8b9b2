package io.bellwether.probe.heartbeat;

import io.bellwether.platform.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;

/** What jobs call. Their key is all the right they need, and a plain GET is all they have to know. */
@Path("/api/v1/heartbeats/{key}")
@PermitAll
@SecurityRequirements
@RunOnVirtualThread
@Produces(MediaType.TEXT_PLAIN)
class HeartbeatsResource {

    /** More of a body is read by nobody. */
    private static final int MOST_BYTES = 10_000;

    private final PingTable pings;
    private final PingLimit limit;

    HeartbeatsResource(PingTable pings, PingLimit limit) {
        this.pings = pings;
        this.limit = limit;
    }

    @GET
    public Response ping(@PathParam("key") String key) {
        return take(key, Signal.SUCCESS, null);
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response ping(@PathParam("key") String key, @RequestBody(required = false) InputStream body)
            throws IOException {
        return take(key, Signal.SUCCESS, payload(body));
    }

    @GET
    @Path("/{signal}")
    public Response signal(@PathParam("key") String key, @PathParam("signal") String signal) {
        return take(key, Signal.of(signal), null);
    }

    @POST
    @Path("/{signal}")
    @Consumes(MediaType.WILDCARD)
    public Response signal(
            @PathParam("key") String key,
            @PathParam("signal") String signal,
            @RequestBody(required = false) InputStream body)
            throws IOException {
        return take(key, Signal.of(signal), payload(body));
    }

    private Response take(String key, Signal signal, @Nullable String payload) {
        byte[] hash = Key.hash(key);
        if (limit.exhausted(hash)) {
            throw Problem.of(429, "Too many heartbeats", "A heartbeat may call 60 times a minute; this call is lost.");
        }
        if (!pings.add(hash, signal, payload)) {
            throw Problem.of(404, "Not found", "No heartbeat with this key is in service.");
        }
        limit.count(hash);
        return Response.ok("OK").header("Cache-Control", "no-store").build();
    }

    /** Null when nothing was sent. The database keeps no NUL. */
    private static @Nullable String payload(InputStream body) throws IOException {
        String text = new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8).replace('\0', ' ');
        return text.isEmpty() ? null : text;
    }
}
