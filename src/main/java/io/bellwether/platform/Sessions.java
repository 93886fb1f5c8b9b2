package io.bellwether.platform;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Web sessions: what a browser holds instead of the token itself. A session ends with its token. */
@Singleton
public class Sessions {

    public static final String COOKIE = "bellwether_session";
    public static final Duration LIFETIME = Duration.ofHours(12);

    private final Jdbi jdbi;
    private final Tokens tokens;
    private final TokenTable table;
    private final Clock clock;

    Sessions(Jdbi jdbi, Tokens tokens, TokenTable table, Clock clock) {
        this.jdbi = jdbi;
        this.tokens = tokens;
        this.table = table;
        this.clock = clock;
    }

    /**
     * Signs in.
     *
     * @param secret a token's secret
     * @return the value of the cookie {@link #COOKIE}, good for {@link #LIFETIME}
     * @throws Problem 401 when the token is not good
     */
    public String open(String secret) {
        Token token = tokens.verify(secret);
        String value = Secrets.random();
        Instant now = clock.instant();
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO web_session (hash, token_id, created_at, expires_at) VALUES (?, ?, ?, ?)",
                Secrets.hash(value),
                token.id(),
                now,
                now.plus(LIFETIME)));
        return value;
    }

    /** The token of the session with this cookie value; empty when either has ended. */
    public Optional<Token> find(String value) {
        Instant now = clock.instant();
        return table.bySession(Secrets.hash(value), now).filter(token -> token.refusal(now) == null);
    }

    /** Signs out. */
    public void close(String value) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM web_session WHERE hash = ?", Secrets.hash(value)));
    }
}
