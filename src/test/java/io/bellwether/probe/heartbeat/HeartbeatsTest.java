package io.bellwether.probe.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.Samples;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HeartbeatsTest {

    private final VendorRegister vendors;
    private final PingTable pings;
    private final Forgetting forgetting;
    private final Jdbi jdbi;

    HeartbeatsTest(VendorRegister vendors, PingTable pings, Forgetting forgetting, Jdbi jdbi) {
        this.vendors = vendors;
        this.pings = pings;
        this.forgetting = forgetting;
        this.jdbi = jdbi;
    }

    private record Heartbeat(String id, String key) {

        String path() {
            return "/api/v1/heartbeats/" + key;
        }
    }

    @Test
    void aJobThatCallsIsUp() {
        Heartbeat heartbeat = heartbeat();
        run(heartbeat).body("outcome", equalTo("UNKNOWN"), "cause", equalTo("AWAITED"), "attempts.size()", equalTo(1));

        RestAssured.get(heartbeat.path())
                .then()
                .statusCode(200)
                .contentType("text/plain")
                .header("Cache-Control", "no-store")
                .body(equalTo("OK"));

        run(heartbeat).body("outcome", equalTo("UP"), "reason", equalTo("The heartbeat came in time."));
    }

    @Test
    void aJobTellsHowItGoes() {
        Heartbeat heartbeat = heartbeat();

        RestAssured.post(heartbeat.path() + "/start").then().statusCode(200);
        run(heartbeat).body("reason", equalTo("The job has started in time and is running."));

        RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .body("rsync: connection\0 unexpectedly closed")
                .post(heartbeat.path() + "/12")
                .then()
                .statusCode(200);
        run(heartbeat)
                .body("outcome", equalTo("DOWN"), "cause", equalTo("DECLARED"))
                .body("reason", containsString("exit code 12"))
                .body("detail.payload", equalTo("rsync: connection  unexpectedly closed"));

        RestAssured.head(heartbeat.path()).then().statusCode(200);
        run(heartbeat).body("outcome", equalTo("UP"));

        RestAssured.given()
                .body("as text")
                .post(heartbeat.path() + "/fail")
                .then()
                .statusCode(200);
        run(heartbeat).body("outcome", equalTo("DOWN"), "detail.payload", equalTo("as text"));
    }

    @Test
    void whoDoesNotCallInTimeIsMissed() {
        Heartbeat heartbeat = heartbeat();
        RestAssured.get(heartbeat.path()).then().statusCode(200);
        run(heartbeat).body("outcome", equalTo("UP"));
        update(heartbeat, "UPDATE heartbeat_ping SET at = at - interval '2 minutes' WHERE key_hash = ?");

        run(heartbeat).body("outcome", equalTo("DOWN"), "cause", equalTo("OVERDUE"));

        // Nobody has looked for an hour, so nobody may have listened when it was due.
        update(heartbeat, "UPDATE heartbeat_watch SET looked_at = now() - interval '1 hour' WHERE key_hash = ?");
        update(heartbeat, "UPDATE heartbeat_ping SET at = at - interval '30 minutes' WHERE key_hash = ?");
        run(heartbeat).body("outcome", equalTo("UNKNOWN"), "cause", equalTo("AWAITED"));
        run(heartbeat).body("outcome", equalTo("UNKNOWN"), "cause", equalTo("AWAITED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"guess", "guess/start", "a-key-of-22-characters/fail", "x/y/z"})
    void aWrongKeyIsToldNothing(String path) {
        RestAssured.post("/api/v1/heartbeats/" + path).then().statusCode(404);
    }

    @Test
    void anUnknownSignalIsNotTaken() {
        Heartbeat heartbeat = heartbeat();

        RestAssured.post(heartbeat.path() + "/256")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body(not(containsString("OK")));
        run(heartbeat).body("cause", equalTo("AWAITED"));
    }

    @Test
    void aKeyOfOnesOwnAndARemovedProbe() {
        String key = "own-" + UUID.randomUUID();
        Heartbeat heartbeat = heartbeat(Map.of("grace", "PT30S", "key", key));
        assertThat(heartbeat.key()).isEqualTo(key);
        RestAssured.get(heartbeat.path()).then().statusCode(200);

        As.operator().delete("/api/v1/probes/" + heartbeat.id()).then().statusCode(204);

        RestAssured.get(heartbeat.path()).then().statusCode(404);
        assertThat(kept(heartbeat)).isEqualTo(1);
        forgetting.run();
        assertThat(kept(heartbeat)).isZero();
    }

    @Test
    void onlyTheLastHundredAreKeptAndTenThousandBytesOfEach() {
        Heartbeat heartbeat = heartbeat();
        RestAssured.given()
                .contentType("application/octet-stream")
                .body(new byte[50_000])
                .post(heartbeat.path())
                .then()
                .statusCode(200);
        assertThat(jdbi.<Integer, RuntimeException>withHandle(
                        handle -> handle.createQuery("SELECT length(payload) FROM heartbeat_ping WHERE key_hash = ?")
                                .bind(0, Key.hash(heartbeat.key()))
                                .mapTo(Integer.class)
                                .one()))
                .isEqualTo(10_000);

        for (int i = 0; i < 110; i++) {
            assertThat(pings.add(Key.hash(heartbeat.key()), Signal.SUCCESS, "ping " + i))
                    .isTrue();
        }

        assertThat(kept(heartbeat)).isEqualTo(PingTable.KEPT);
        assertThat(pings.watch(heartbeat.key())
                        .orElseThrow()
                        .last()
                        .orElseThrow()
                        .payload())
                .isEqualTo("ping 109");
    }

    @Test
    void whatIsKeptCanBeReadNewestFirst() {
        Heartbeat heartbeat = heartbeat();
        RestAssured.post(heartbeat.path() + "/start").then().statusCode(200);
        RestAssured.given()
                .body("disk full")
                .post(heartbeat.path() + "/12")
                .then()
                .statusCode(200);
        RestAssured.get(heartbeat.path()).then().statusCode(200);
        String path = "/api/v1/probes/" + heartbeat.id() + "/pings";

        String next = As.viewer()
                .get(path + "?limit=2")
                .then()
                .statusCode(200)
                .body("items.kind", contains("SUCCESS", "FAIL"))
                .body("items[1].exitCode", equalTo(12), "items[1].payload", equalTo("disk full"))
                .body("items[1].at", endsWith("Z"))
                .extract()
                .path("next");
        As.viewer()
                .get(path + "?after=" + next)
                .then()
                .statusCode(200)
                .body("items.kind", contains("START"), "next", nullValue());
        As.viewer().get(path + "?after=x").then().statusCode(400);
        RestAssured.get(path).then().statusCode(401);
    }

    @Test
    void whatIsNoHeartbeatHasNoCalls() {
        As.viewer()
                .get("/api/v1/probes/" + UUID.randomUUID() + "/pings")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void whoCallsTooOftenIsToldSo() {
        Heartbeat heartbeat = heartbeat();
        int last = 200;
        for (int i = 0; i < 200 && last == 200; i++) {
            last = RestAssured.get(heartbeat.path()).statusCode();
        }

        assertThat(last).isEqualTo(429);
        RestAssured.get(heartbeat().path()).then().statusCode(200);
    }

    @Test
    void aDatabaseInTroubleBlamesNobody() {
        Heartbeat heartbeat = heartbeat();
        jdbi.useHandle(handle -> handle.execute("ALTER TABLE heartbeat_ping RENAME TO heartbeat_ping_away"));
        try {
            run(heartbeat).body("outcome", equalTo("UNKNOWN"), "cause", equalTo("INTERNAL"));
        } finally {
            jdbi.useHandle(handle -> handle.execute("ALTER TABLE heartbeat_ping_away RENAME TO heartbeat_ping"));
        }
    }

    private Heartbeat heartbeat() {
        return heartbeat(Map.of("grace", "PT30S"));
    }

    private Heartbeat heartbeat(Map<String, Object> settings) {
        String vendor = vendors.create(Samples.vendor()).slug();
        var created = As.operator()
                .body(Map.of("kind", "heartbeat", "settings", settings))
                .post("/api/v1/vendors/" + vendor + "/probes")
                .then()
                .statusCode(201)
                .body("settings.key", matchesPattern(Key.PATTERN))
                .extract();
        return new Heartbeat(created.path("id"), created.path("settings.key"));
    }

    private static ValidatableResponse run(Heartbeat heartbeat) {
        return As.operator()
                .post("/api/v1/probes/" + heartbeat.id() + "/runs")
                .then()
                .statusCode(200);
    }

    private void update(Heartbeat heartbeat, String sql) {
        jdbi.useHandle(handle -> handle.execute(sql, (Object) Key.hash(heartbeat.key())));
    }

    private int kept(Heartbeat heartbeat) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM heartbeat_ping WHERE key_hash = ?")
                .bind(0, Key.hash(heartbeat.key()))
                .mapTo(Integer.class)
                .one());
    }
}
