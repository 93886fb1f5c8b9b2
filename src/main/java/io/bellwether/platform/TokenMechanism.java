package io.bellwether.platform;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the secret in a request: in the header {@code Authorization}, or in the cookie of a web session. */
@Singleton
class TokenMechanism implements HttpAuthenticationMechanism {

    static final String BEARER = "bearer";
    static final String SESSION = "session";

    private static final String REFUSAL = TokenMechanism.class.getName();
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final Challenge challenge;

    TokenMechanism(Challenge challenge) {
        this.challenge = challenge;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        TokenCredential credential = credential(context.request());
        if (credential == null) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(new TokenAuthenticationRequest(credential))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithUni(refused -> refused(context, credential, refused));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        challenge.send(context, context.get(REFUSAL));
        return Uni.createFrom().item(true);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(TokenAuthenticationRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, BEARER));
    }

    private static Uni<SecurityIdentity> refused(
            RoutingContext context, TokenCredential credential, Throwable refused) {
        if (credential.getType().equals(SESSION)) {
            // A browser whose session has ended must still reach the sign-in page.
            return Uni.createFrom().nullItem();
        }
        context.put(REFUSAL, refused.getMessage());
        return Uni.createFrom().failure(refused);
    }

    private static @Nullable TokenCredential credential(HttpServerRequest request) {
        String header = request.getHeader("Authorization");
        if (header != null) {
            return new TokenCredential(AuthorizationHeader.token(header), BEARER);
        }
        Cookie cookie = request.getCookie(Sessions.COOKIE);
        return cookie == null || isForged(request) ? null : new TokenCredential(cookie.getValue(), SESSION);
    }

    /** Browsers send the cookie along whatever page on the same site, on any port, made them ask. */
    private static boolean isForged(HttpServerRequest request) {
        if (SAFE_METHODS.contains(request.method().name())) {
            return false;
        }
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.getHeader("Origin");
        return origin != null && !origin.endsWith("://" + request.getHeader("Host"));
    }
}
