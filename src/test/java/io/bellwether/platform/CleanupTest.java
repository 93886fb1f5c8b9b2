package io.bellwether.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CleanupTest {

    private final Cleanup cleanup;
    private final Tokens tokens;
    private final Jdbi jdbi;

    CleanupTest(Cleanup cleanup, Tokens tokens, Jdbi jdbi) {
        this.cleanup = cleanup;
        this.tokens = tokens;
        this.jdbi = jdbi;
    }

    @Test
    void dropsWhatHasServedItsTimeAndNothingElse() {
        answer("old", "25 hours");
        answer("young", "23 hours");
        session("ended", "-1 second");
        session("open", "1 hour");

        cleanup.run();

        assertThat(texts("SELECT key FROM idempotency_key WHERE principal = 'cleanup'"))
                .containsExactly("young");
        assertThat(texts("SELECT hash FROM web_session WHERE hash IN ('ended', 'open')"))
                .containsExactly("open");
    }

    private void answer(String key, String age) {
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO idempotency_key (principal, key, request, status, body, created_at)
                VALUES ('cleanup', ?, '', 201, '', now() - ?::interval)""", key, age));
    }

    private void session(String hash, String left) {
        var token = tokens.create("cleanup", Role.VIEWER, null).token();
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO web_session (hash, token_id, expires_at) VALUES (?, ?, now() + ?::interval)",
                hash,
                token.id(),
                left));
    }

    private List<String> texts(String query) {
        return jdbi.withHandle(
                handle -> handle.createQuery(query).mapTo(String.class).list());
    }
}
