package io.bellwether.dashboard;

import io.bellwether.platform.Problem;
import io.bellwether.platform.Sessions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Trades a token for a session of the browser. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class SignInPage {

    private final Sessions sessions;
    private final FormGuard forms;
    private final Frames frames;

    SignInPage(Sessions sessions, FormGuard forms, Frames frames) {
        this.sessions = sessions;
        this.forms = forms;
        this.frames = frames;
    }

    /** With a token, as in the link that the first start prints, it signs in at once. */
    @GET
    @Path("sign-in")
    @PermitAll
    @Operation(hidden = true)
    public Response show(
            @QueryParam("token") @Nullable String token,
            @QueryParam("next") @Nullable String next,
            @Context UriInfo address) {
        return token == null ? form(next, null, Response.Status.OK) : signIn(token, next, address);
    }

    @POST
    @Path("sign-in")
    @PermitAll
    @Operation(hidden = true)
    public Response send(
            @FormParam("token") @Nullable String token,
            @FormParam("next") @Nullable String next,
            @Context UriInfo address) {
        return signIn(token == null ? "" : token.strip(), next, address);
    }

    @POST
    @Path("sign-out")
    @PermitAll
    @Operation(hidden = true)
    public Response signOut(@FormParam(FormGuard.FIELD) @Nullable String key, @Context HttpHeaders request) {
        var session = request.getCookies().get(Sessions.COOKIE);
        if (session != null) {
            forms.check(key, session);
            sessions.close(session.getValue());
        }
        return Response.seeOther(URI.create("/sign-in"))
                .cookie(new NewCookie.Builder(Sessions.COOKIE)
                        .path("/")
                        .maxAge(0)
                        .build())
                .build();
    }

    private Response signIn(String token, @Nullable String next, UriInfo address) {
        try {
            return Response.seeOther(OwnPath.of(next))
                    .cookie(cookie(sessions.open(token), address))
                    .build();
        } catch (Problem refused) {
            return form(next, refused.detail(), Response.Status.UNAUTHORIZED);
        }
    }

    private Response form(@Nullable String next, @Nullable String refusal, Response.Status status) {
        return Response.status(status)
                .entity(Templates.signIn(frames.signIn(), OwnPath.of(next).toString(), refusal)
                        .render())
                .build();
    }

    /** Lax, not Strict: a link to an alert in Slack or in a mail must find its reader signed in. Forms have their own key. */
    private static NewCookie cookie(String value, UriInfo address) {
        return new NewCookie.Builder(Sessions.COOKIE)
                .value(value)
                .path("/")
                .maxAge((int) Sessions.LIFETIME.toSeconds())
                .httpOnly(true)
                .secure(address.getBaseUri().getScheme().equals("https"))
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
