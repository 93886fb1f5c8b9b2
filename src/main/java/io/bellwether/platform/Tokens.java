package io.bellwether.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bearer tokens: handed out, checked, taken back. Only the hash of a secret is stored. */
@ApplicationScoped
public class Tokens {

    private static final String PREFIX = "bw_";

    private final TokenTable table;
    private final Audit audit;
    private final Clock clock;

    Tokens(TokenTable table, Audit audit, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public IssuedToken create(String name, Role role, @Nullable Instant expiresAt) {
        String secret = PREFIX + Secrets.random();
        return new IssuedToken(store(name, role, expiresAt, secret), secret);
    }

    /**
     * Makes sure that somebody can administer. Safe when several nodes start at once.
     *
     * @param given the secret to accept from now on, null to generate one if no usable ADMIN token exists
     * @return the secret if one was generated, else null
     */
    @Transactional
    public @Nullable String ensureAdmin(@Nullable String given) {
        table.lockAdmins();
        if (given != null) {
            if (table.byHash(Secrets.hash(given)).isEmpty()) {
                store("admin", Role.ADMIN, null, given);
            }
            return null;
        }
        return table.usableAdmins(clock.instant()).isEmpty()
                ? create("admin", Role.ADMIN, null).secret()
                : null;
    }

    /**
     * The token that this is the secret of.
     *
     * @throws Problem 401 when there is none, or it is expired or revoked; the detail says which
     */
    public Token verify(String secret) {
        Token token = table.byHash(Secrets.hash(secret)).orElseThrow(() -> Problem.unauthorized("Unknown token."));
        String refusal = token.refusal(clock.instant());
        if (refusal != null) {
            throw Problem.unauthorized(refusal);
        }
        return token;
    }

    /** Those not revoked, oldest first. */
    public Page<Token> list(int limit, @Nullable String after) {
        List<String> key = Cursor.parts(after, 1);
        List<Token> rows = table.unrevoked(key.isEmpty() ? new UUID(0, 0) : id(key.getFirst()), limit + 1);
        return Page.of(rows, limit, token -> Cursor.of(token.id()));
    }

    /**
     * Takes a token back, with all web sessions made from it.
     *
     * @throws Problem 404 when there is none; 409 when nobody could administer any more
     */
    @Transactional
    public void revoke(UUID id) {
        table.lockAdmins();
        List<Token> admins = table.usableAdmins(clock.instant());
        if (admins.size() == 1 && admins.getFirst().id().equals(id)) {
            throw Problem.conflict("id", "This is the last ADMIN token; create another before revoking it.");
        }
        if (!table.revoke(id, clock.instant())) {
            throw Problem.notFound("token", id);
        }
        audit.record("token.revoke", "token/" + id, Map.of());
    }

    private Token store(String name, Role role, @Nullable Instant expiresAt, String secret) {
        Token token = new Token(Ids.next(), name, role, clock.instant(), expiresAt, null);
        table.insert(token, Secrets.hash(secret));
        audit.record("token.create", "token/" + token.id(), Map.of("name", name, "role", role));
        return token;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Cursor.broken();
        }
    }
}
