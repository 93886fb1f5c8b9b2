package io.bellwether.notify.bounce;

import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.io.IOException;
import java.io.InputStream;

/** Mail that came back, handed in by the mail server or a script beside it, and from whom it did. */
@Path("/api/v1/bounces")
@RunOnVirtualThread
class BouncesResource {

    private static final int LARGEST = 2 * 1024 * 1024;

    private final Bounces bounces;

    BouncesResource(Bounces bounces) {
        this.bounces = bounces;
    }

    @POST
    @Consumes({"message/rfc822", "text/plain", "application/octet-stream"})
    @RolesAllowed(Role.Names.OPERATOR)
    public Bounce take(InputStream mail) throws IOException {
        byte[] raw = mail.readNBytes(LARGEST + 1);
        if (raw.length > LARGEST) {
            throw Problem.of(413, "Too large", "A mail that came back may have 2 MiB at most.");
        }
        return bounces.take(raw);
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<Undelivered> list() {
        return new Page<>(bounces.list(), null);
    }

    @DELETE
    @Path("/{address}")
    @RolesAllowed(Role.Names.OPERATOR)
    public void forgive(@PathParam("address") String address) {
        bounces.forgive(address);
    }
}
