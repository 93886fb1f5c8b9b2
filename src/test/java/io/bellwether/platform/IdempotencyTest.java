package io.bellwether.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyTest {

    private static final String KEY = "Idempotency-Key";
    private static final String REPLAYED = "Idempotency-Replayed";

    private final IdempotencyKeys keys;
    private final Tokens tokens;

    IdempotencyTest(IdempotencyKeys keys, Tokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    @Test
    void theSameRequestUnderTheSameKeyGetsTheSameAnswer() {
        String key = Ids.next().toString();

        Response first = create(key, "Twice " + key);
        Response second = create(key, "Twice " + key);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(first.header(REPLAYED)).isNull();
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.header(REPLAYED)).isEqualTo("true");
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.contentType()).startsWith("application/json");
        assertThat(second.body().asString()).isEqualTo(first.body().asString());
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        String key = Ids.next().toString();
        create(key, "One " + key);

        create(key, "Two " + key).then().statusCode(422).contentType("application/problem+json");
    }

    @Test
    void aKeyBelongsToItsPrincipal() {
        String key = Ids.next().toString();
        create(key, "Mine " + key);

        As.admin()
                .header(KEY, key)
                .body(Map.of("name", "Yours " + key))
                .post("/api/v1/vendors")
                .then()
                .statusCode(201)
                .header(REPLAYED, nullValue());
    }

    @Test
    void aFailedRequestMayBeMendedUnderTheSameKey() {
        String key = Ids.next().toString();
        create("", "Taken " + key).then().statusCode(400);
        create(key, " ").then().statusCode(400);

        create(key, "Mended " + key).then().statusCode(201).header(REPLAYED, nullValue());
    }

    @Test
    void aConflictLeavesNothingBehind() {
        String key = Ids.next().toString();
        create(Ids.next().toString(), "Name " + key).then().statusCode(201);

        create(key, "Name " + key).then().statusCode(409).body("errors[0].pointer", equalTo("/slug"));
        create(key, "Other " + key).then().statusCode(201);
    }

    @Test
    void whileOneIsWorkedOnItsTwinIsTurnedAway() {
        String key = Ids.next().toString();
        String principal = tokens.verify(As.ADMIN_TOKEN).id().toString();

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(keys.lock(principal, key)).isTrue();
            As.admin()
                    .header(KEY, key)
                    .body(Map.of("name", "Twin " + key))
                    .post("/api/v1/vendors")
                    .then()
                    .statusCode(409)
                    .body("errors[0].pointer", equalTo(KEY));
        });
    }

    private static Response create(String key, String name) {
        return As.operator().header(KEY, key).body(Map.of("name", name)).post("/api/v1/vendors");
    }
}
