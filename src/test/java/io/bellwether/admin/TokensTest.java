package io.bellwether.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.bellwether.As;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Role;
import io.bellwether.platform.Tokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.http.HttpServer;
import io.restassured.common.mapper.TypeRef;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokensTest {

    private final Tokens tokens;
    private final Jdbi jdbi;
    private final HttpServer server;

    TokensTest(Tokens tokens, Jdbi jdbi, HttpServer server) {
        this.tokens = tokens;
        this.jdbi = jdbi;
        this.server = server;
    }

    @Test
    void aTokenIsShownOnceListedWithoutItsSecretAndTakenBack() {
        Map<String, String> issued = As.admin()
                .body(Map.of("name", "ci", "role", "VIEWER", "expiresAt", "2999-01-01T00:00:00+01:00"))
                .post("/api/v1/tokens")
                .then()
                .statusCode(201)
                .body("expiresAt", equalTo("2998-12-31T23:00:00Z"))
                .extract()
                .as(new TypeRef<>() {});
        String secret = issued.get("token");
        assertThat(secret).matches("bw_[A-Za-z0-9_-]{43}");
        As.bearer(secret).get("/api/v1/version").then().statusCode(200);

        String list = As.admin()
                .get("/api/v1/tokens?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(list).contains(issued.get("id")).doesNotContain(secret, "hash");

        As.admin().delete("/api/v1/tokens/" + issued.get("id")).then().statusCode(204);
        As.bearer(secret).get("/api/v1/version").then().statusCode(401);
        As.admin().get("/api/v1/tokens?limit=500").then().body("items.id", not(hasItem(issued.get("id"))));
        As.admin().delete("/api/v1/tokens/" + issued.get("id")).then().statusCode(404);
    }

    @Test
    void noSecretIsStored() {
        String secret = tokens.create("hidden", Role.VIEWER, null).secret();

        String rows = jdbi.withHandle(handle -> handle.createQuery("SELECT string_agg(t::text, ' ') FROM token t")
                .mapTo(String.class)
                .one());

        assertThat(rows).contains("hidden").doesNotContain(secret, As.ADMIN_TOKEN);
    }

    @Test
    void expiryLiesInTheFuture() {
        As.admin()
                .body(Map.of("name", "late", "role", "VIEWER", "expiresAt", "2020-01-01T00:00:00Z"))
                .post("/api/v1/tokens")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/expiresAt"));
    }

    @Test
    void theLastAdminTokenStays() {
        UUID last = tokens.verify(As.ADMIN_TOKEN).id();
        rolledBack(() -> {
            jdbi.useHandle(handle ->
                    handle.execute("UPDATE token SET revoked_at = now() WHERE role = 'ADMIN' AND id <> ?", last));

            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> tokens.revoke(last))
                    .satisfies(problem -> assertThat(problem.status()).isEqualTo(409));
        });
    }

    @Test
    void anAdminTokenIsGeneratedOnlyWhenThereIsNone() {
        assertThat(tokens.ensureAdmin(null)).isNull();
        rolledBack(() -> {
            jdbi.useHandle(handle -> handle.execute("UPDATE token SET revoked_at = now() WHERE role = 'ADMIN'"));

            String generated = tokens.ensureAdmin(null);

            assertThat(tokens.verify(String.valueOf(generated)).role()).isEqualTo(Role.ADMIN);
            assertThat(tokens.ensureAdmin(null)).isNull();
        });
    }

    @Test
    void aGivenTokenIsAcceptedFromTheNextStartOn() {
        String given = "another-given-admin-token-" + UUID.randomUUID();

        tokens.ensureAdmin(given);
        tokens.ensureAdmin(given);

        assertThat(tokens.verify(given).role()).isEqualTo(Role.ADMIN);
        tokens.revoke(tokens.verify(given).id());
    }

    @Test
    void aShortGivenTokenPreventsTheStart() {
        FirstStart start = new FirstStart(Optional.of("too-short"), tokens, server);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> start.ensureAdmin(new StartupEvent()))
                .withMessage("BELLWETHER_ADMIN_TOKEN must have at least 24 characters; it has 9.");
    }

    private static void rolledBack(Runnable work) {
        QuarkusTransaction.begin();
        try {
            work.run();
        } finally {
            QuarkusTransaction.rollback();
        }
    }
}
