package io.bellwether.fact;

import io.bellwether.platform.Idempotent;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people know of a vendor's finances: dated facts with their source. */
@Path("/api/v1/vendors/{slug}/facts")
@RunOnVirtualThread
class ToldFactResource {

    private final ToldFacts facts;

    ToldFactResource(ToldFacts facts) {
        this.facts = facts;
    }

    /** Those that stand, and with {@code ended=true} also what was withdrawn or has expired; what was entered last comes first. */
    @GET
    @RolesAllowed(Role.Names.VIEWER)
    public Page<ToldFact> list(
            @PathParam("slug") String slug,
            @QueryParam("ended") @Nullable Boolean ended,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("after") @Nullable String after) {
        return facts.list(slug, Boolean.TRUE.equals(ended), limit, after);
    }

    @POST
    @RolesAllowed(Role.Names.OWNER)
    @Idempotent
    public Response enter(@PathParam("slug") String slug, @NotNull NewFact body) {
        return created(slug, facts.enter(slug, body));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Role.Names.VIEWER)
    public ToldFact read(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return facts.require(slug, id);
    }

    /** Withdraws it: it no longer counts, and stays on record. */
    @DELETE
    @Path("/{id}")
    @RolesAllowed(Role.Names.OWNER)
    public void withdraw(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        facts.withdraw(slug, id);
    }

    /** Undoes a withdrawal. */
    @POST
    @Path("/{id}/restorations")
    @RolesAllowed(Role.Names.OWNER)
    @Idempotent
    public Response restore(@PathParam("slug") String slug, @PathParam("id") UUID id) {
        return created(slug, facts.restore(slug, id));
    }

    private static Response created(String slug, ToldFact fact) {
        return Response.created(URI.create("/api/v1/vendors/" + slug + "/facts/" + fact.id()))
                .entity(fact)
                .build();
    }
}
