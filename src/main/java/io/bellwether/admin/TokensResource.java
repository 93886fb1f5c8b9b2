package io.bellwether.admin;

import io.bellwether.platform.IssuedToken;
import io.bellwether.platform.Page;
import io.bellwether.platform.Role;
import io.bellwether.platform.Token;
import io.bellwether.platform.Tokens;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tokens: handed out with their secret once, listed without it, taken back. */
@Path("/api/v1/tokens")
@RolesAllowed(Role.Names.ADMIN)
@RunOnVirtualThread
class TokensResource {

    /** The token with its secret, which is shown this once. */
    record Issued(
            UUID id,
            String name,
            Role role,
            Instant createdAt,
            @Nullable Instant expiresAt,
            String token) {}

    private final Tokens tokens;

    TokensResource(Tokens tokens) {
        this.tokens = tokens;
    }

    @GET
    public Page<Token> list(@QueryParam("limit") @Nullable Integer limit, @QueryParam("after") @Nullable String after) {
        return tokens.list(Page.limit(limit), after);
    }

    @POST
    public Response create(@NotNull @Valid NewToken body) {
        IssuedToken issued = tokens.create(body.name(), body.role(), body.expiresAt());
        Token token = issued.token();
        return Response.created(URI.create("/api/v1/tokens/" + token.id()))
                .entity(new Issued(
                        token.id(), token.name(), token.role(), token.createdAt(), token.expiresAt(), issued.secret()))
                .build();
    }

    @DELETE
    @Path("/{id}")
    public void revoke(@PathParam("id") UUID id) {
        tokens.revoke(id);
    }
}
