package io.bellwether.platform;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Knows who is behind a secret. It asks the database each time, so a revoked token is refused at once on every node. */
@Singleton
class TokenIdentityProvider implements IdentityProvider<TokenAuthenticationRequest> {

    private final Tokens tokens;
    private final Sessions sessions;

    TokenIdentityProvider(Tokens tokens, Sessions sessions) {
        this.tokens = tokens;
        this.sessions = sessions;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identity(token(request.getToken())));
    }

    private Token token(TokenCredential credential) {
        if (credential.getType().equals(TokenMechanism.SESSION)) {
            return sessions.find(credential.getToken())
                    .orElseThrow(() -> new AuthenticationFailedException("The session has ended."));
        }
        try {
            return tokens.verify(credential.getToken());
        } catch (Problem refused) {
            throw new AuthenticationFailedException(refused.detail(), refused);
        }
    }

    private static SecurityIdentity identity(Token token) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(token.name()))
                .addRoles(token.role().held())
                .addAttribute(Caller.TOKEN, token.id())
                .build();
    }
}
