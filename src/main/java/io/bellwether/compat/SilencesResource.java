package io.bellwether.compat;

import io.bellwether.alert.silence.NewSilence;
import io.bellwether.alert.silence.SetSilence;
import io.bellwether.alert.silence.Silences;
import io.bellwether.core.alert.label.Matcher;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Silences. */
@Path("/alertmanager/api/v2")
@RunOnVirtualThread
class SilencesResource {

    private final Silences silences;
    private final Wire wire;

    SilencesResource(Silences silences, Wire wire) {
        this.silences = silences;
        this.wire = wire;
    }

    @GET
    @Path("/silences")
    @RolesAllowed(Role.Names.VIEWER)
    public Response list(@QueryParam("filter") List<String> filter) {
        return wire.answer(() -> {
            List<Matcher> wanted = AlertFilter.matchers(filter);
            return silences.list().stream()
                    .map(CompatSilence::of)
                    .filter(silence -> silence.has(wanted))
                    .toList();
        });
    }

    /** Sets a silence or changes one; another id is answered when what it covers has changed. */
    @POST
    @Path("/silences")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.Names.OWNER)
    public Response post(String body) {
        return wire.answer(() -> {
            PostedSilence posted = wire.read(body, PostedSilence.class);
            NewSilence values = posted.values();
            UUID existing = posted.existing();
            SetSilence silence = existing == null ? silences.create(values) : silences.replace(existing, values);
            return Map.of("silenceID", silence.id());
        });
    }

    @GET
    @Path("/silence/{id}")
    @RolesAllowed(Role.Names.VIEWER)
    public Response get(@PathParam("id") String id) {
        return wire.answer(() -> CompatSilence.of(silences.require(PostedSilence.uuid(id))));
    }

    @DELETE
    @Path("/silence/{id}")
    @RolesAllowed(Role.Names.OWNER)
    public Response end(@PathParam("id") String id) {
        return wire.answer(() -> {
            silences.end(PostedSilence.uuid(id));
            return Map.of();
        });
    }
}
