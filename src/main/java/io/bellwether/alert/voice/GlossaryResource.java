package io.bellwether.alert.voice;

import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/** What the terms in messages mean. */
@Path("/api/v1/glossary")
@RunOnVirtualThread
@RolesAllowed(Role.Names.VIEWER)
class GlossaryResource {

    /** @param text only the terms that stand in it, for those who want a message explained */
    @GET
    public Page<GlossaryEntry> list(@QueryParam("text") @Nullable String text) {
        return new Page<>(text == null ? Glossary.all() : Glossary.in(text), null);
    }

    /** By the term or by another name of it. */
    @GET
    @Path("/{term}")
    public GlossaryEntry get(@PathParam("term") String term) {
        return Glossary.find(term).orElseThrow(() -> Problem.notFound("term", term));
    }
}
