package io.bellwether.alert.silence;

import io.bellwether.platform.ETags;
import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Silences: what people do not want to be told for a while. */
@Path("/api/v1/silences")
@RunOnVirtualThread
class SilenceResource {

    private final Silences silences;

    SilenceResource(Silences silences) {
        this.silences = silences;
    }

    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<SetSilence> list() {
        return new Page<>(silences.list(), null);
    }

    @POST
    @RolesAllowed(Role.Names.OWNER)
    @Idempotent
    public Response create(@NotNull @Valid NewSilence body) {
        SetSilence silence = silences.create(body);
        return ETags.created(URI.create("/api/v1/silences/" + silence.id()), silence.version(), silence);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.Names.VIEWER)
    public Response read(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        SetSilence silence = silences.require(id);
        return ETags.read(ifNoneMatch, silence.version(), silence);
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.Names.OWNER)
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NewSilence body) {
        SetSilence silence = silences.change(id, ifMatch, body);
        return ETags.changed(silence.version(), silence);
    }

    /** Ends it; what it was stays on record. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.OWNER)
    public void end(@PathParam("id") UUID id) {
        silences.end(id);
    }
}
