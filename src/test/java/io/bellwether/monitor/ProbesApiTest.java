package io.bellwether.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ProbesApiTest {

    private static final String SECRET = "correct-horse-battery";

    private final Jdbi jdbi;

    ProbesApiTest(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Test
    void aProbeIsMadeChangedReadAndRemoved() {
        String vendor = vendor();
        String id = As.operator()
                .body(Map.of("kind", "http", "settings", Map.of("url", "https://public.example/")))
                .post("/api/v1/vendors/" + vendor + "/probes")
                .then()
                .statusCode(201)
                .body("every", equalTo("PT1M"), "timeout", equalTo("PT10S"), "confirm.attempts", equalTo(3))
                .extract()
                .path("id");

        As.operator()
                .body(Map.of("every", "PT30S"))
                .patch("/api/v1/probes/" + id)
                .then()
                .statusCode(200);

        As.viewer().get("/api/v1/probes/" + id).then().statusCode(200).body("every", equalTo("PT30S"));
        As.viewer().get("/api/v1/vendors/" + vendor + "/probes").then().body("items.id", contains(id));
        As.operator().delete("/api/v1/probes/" + id).then().statusCode(204);
        As.viewer().get("/api/v1/probes/" + id).then().statusCode(404);
    }

    @Test
    void aRunTellsTheObservationWithItsTrace() {
        String vendor = vendor();
        String id = As.operator()
                .body(Map.of("kind", "http", "settings", Map.of("url", "https://10.0.0.1/")))
                .post("/api/v1/vendors/" + vendor + "/probes")
                .path("id");

        As.operator()
                .post("/api/v1/probes/" + id + "/runs")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("UNKNOWN"), "cause", equalTo("EGRESS_REFUSED"), "attempts.size()", equalTo(1));

        As.viewer()
                .get("/api/v1/probes/" + id + "/observations")
                .then()
                .statusCode(200)
                .body("items.outcome", contains("UNKNOWN"), "next", nullValue());
        As.viewer()
                .get("/api/v1/probes/" + id + "/series?step=PT1H")
                .then()
                .statusCode(200)
                .body("items.unknown", contains(1));
        As.viewer()
                .get("/api/v1/vendors/" + vendor + "/availability")
                .then()
                .statusCode(200)
                .body("availability", nullValue(), "incidents", empty());
    }

    @Test
    void aProbeAsksForLocationsAndSaysWhichHaveNoNode() {
        String id = As.operator()
                .body(Map.of(
                        "kind",
                        "http",
                        "locations",
                        List.of("ams", "lhr", "Sao Paulo"),
                        "settings",
                        Map.of("url", "https://10.0.0.1/")))
                .post("/api/v1/vendors/" + vendor() + "/probes")
                .then()
                .statusCode(201)
                .body("locations", contains("ams", "lhr", "Sao Paulo"), "quorum", equalTo(2))
                .body("unserved", contains("ams", "lhr", "Sao Paulo"))
                .extract()
                .path("id");

        As.operator()
                .post("/api/v1/probes/" + id + "/runs")
                .then()
                .statusCode(200)
                .body("cause", equalTo("EGRESS_REFUSED"), "location", nullValue());
        for (String query : List.of("observations", "observations?location=ams", "series", "series?location=ams")) {
            As.viewer()
                    .get("/api/v1/probes/" + id + "/" + query)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }

        change(id, Map.of("locations", List.of("lhr"))).statusCode(200).body("quorum", equalTo(1));
        change(id, Map.of("quorum", 2)).statusCode(400).body("errors.pointer", contains("/quorum"));
        change(id, Map.of("locations", List.of()))
                .statusCode(200)
                .body("locations", empty(), "quorum", nullValue(), "unserved", empty());
    }

    private static ValidatableResponse change(String id, Map<String, Object> body) {
        return As.operator().body(body).patch("/api/v1/probes/" + id).then();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ["fra","nyc"]       | 3    | /quorum
            ["fra","nyc"]       | 0    | /quorum
            []                  | 1    | /quorum
            ["fra","fra"]       | null | /locations/1
            ["fra",""]          | null | /locations/1
            [" fra"]            | null | /locations/0
            ["a,b"]             | null | /locations/0
            [null]              | null | /locations/0
            ["a","b","c","d","e","f","g","h","i","j","k"] | null | /locations
            """)
    void whatIsWrongWithTheLocationsIsNamed(String locations, String quorum, String pointer) {
        As.operator()
                .body("""
                        {"kind": "http", "settings": {"url": "https://a.example/"}, "locations": %s, "quorum": %s}""".formatted(locations, quorum))
                .post("/api/v1/vendors/" + vendor() + "/probes")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains(pointer));
    }

    @Test
    void aSecretIsKeptSealedAndNeverShownAgain() {
        Map<String, Object> basic = Map.of("username", "u", "password", SECRET);
        Map<String, Object> settings =
                Map.of("url", "https://10.0.0.1/", "auth", Map.of("basic", basic), "secrets", Map.of("key", SECRET));
        String created = As.operator()
                .body(Map.of("kind", "http", "settings", settings))
                .post("/api/v1/vendors/" + vendor() + "/probes")
                .then()
                .statusCode(201)
                .body("settings.auth.basic.username", equalTo("u"))
                .body("settings.auth.basic.password", equalTo("********"), "settings.secrets.key", equalTo("********"))
                .extract()
                .asString();
        String id = JsonPath.from(created).getString("id");
        String sealed = stored(id);

        Map<String, Object> shown = JsonPath.from(created).getMap("settings");
        String changed = As.operator()
                .body(Map.of("settings", shown, "name", "renamed"))
                .patch("/api/v1/probes/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(sealed).contains("sealed:1:").doesNotContain(SECRET);
        assertThat(stored(id)).as("what was sent as it was shown").isEqualTo(sealed);
        assertThat(created
                        + changed
                        + As.viewer().get("/api/v1/probes/" + id).asString()
                        + As.operator().post("/api/v1/probes/" + id + "/runs").asString()
                        + As.admin().get("/api/v1/audit").asString())
                .contains("EGRESS_REFUSED")
                .doesNotContain(SECRET, "sealed:1:");
    }

    @Test
    void aMaskInPlaceOfASecretThatNeverWasIsRefused() {
        Map<String, Object> settings =
                Map.of("url", "https://public.example/", "auth", Map.of("bearer", Map.of("token", "********")));

        As.operator()
                .body(Map.of("kind", "http", "settings", settings))
                .post("/api/v1/vendors/" + vendor() + "/probes")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/settings/auth/bearer/token"));
    }

    private String stored(String id) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT settings::text FROM probe WHERE id = :id::uuid")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            carrier-pigeon | PT60S | PT10S | https://a.example/ | /kind
            http           | PT4S  | PT1S  | https://a.example/ | /every
            http           | PT60S | PT61S | https://a.example/ | /timeout
            http           | PT60S | PT10S | file:///etc/passwd | /settings/url
            http           | PT60S | PT10S | not a url          | /settings/url
            """)
    void whatIsWrongIsNamed(String kind, String every, String timeout, String url, String pointer) {
        As.operator()
                .body(Map.of("kind", kind, "every", every, "timeout", timeout, "settings", Map.of("url", url)))
                .post("/api/v1/vendors/" + vendor() + "/probes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }

    private static String vendor() {
        return As.operator()
                .body(Map.of("name", "Probes " + UUID.randomUUID()))
                .post("/api/v1/vendors")
                .path("slug");
    }
}
