package io.bellwether.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.Samples;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SuppressionsApiTest {

    private static final String REASON = "The page is served by a partner until March.";

    private final VendorRegister vendors;
    private final Suppressions suppressions;
    private final Clock clock;
    private final Jdbi jdbi;
    private Vendor vendor;
    private String path;

    SuppressionsApiTest(VendorRegister vendors, Suppressions suppressions, Clock clock, Jdbi jdbi) {
        this.vendors = vendors;
        this.suppressions = suppressions;
        this.clock = clock;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void register() {
        vendor = vendors.create(Samples.vendor());
        path = "/api/v1/vendors/" + vendor.slug() + "/security/suppressions";
    }

    @Test
    void aSuppressionIsMadeListedEndedAndStaysOnRecord() {
        String place = create(body())
                .statusCode(201)
                .body("state", equalTo("ACTIVE"))
                .body("checkId", equalTo("tls-chain"))
                .body("target", nullValue())
                .body("author", equalTo("test OWNER"))
                .extract()
                .header("Location");
        String id = place.substring(place.lastIndexOf('/') + 1);

        As.viewer().get(place).then().statusCode(200).body("reason", equalTo(REASON));
        As.viewer().get(path).then().statusCode(200).body("items.id", contains(id));
        As.owner().delete(place).then().statusCode(204);
        As.owner().delete(place).then().statusCode(204);

        As.viewer().get(path).then().body("items", empty());
        As.viewer()
                .get(path + "?ended=true")
                .then()
                .body("items.id", contains(id))
                .body("items[0].state", equalTo("ENDED"))
                .body("items[0].endedBy", equalTo("test OWNER"))
                .body("items[0].endedAt", notNullValue());
        As.admin()
                .get("/api/v1/audit?limit=500")
                .then()
                .body(
                        "items.findAll { it.subject == 'suppression/%s' }.action".formatted(id),
                        contains("suppression.end", "suppression.create"))
                .body(
                        "items.find { it.subject == 'suppression/%s' && it.action == 'suppression.create' }.reason"
                                .formatted(id),
                        equalTo(REASON));
    }

    @Test
    void whatIsInForceIsReadByCheckAndTarget() {
        create(body()).statusCode(201);
        create(body("target", "www.a.example")).statusCode(201);
        String over = create(body("checkId", "dmarc-record"))
                .statusCode(201)
                .extract()
                .path("id");
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE check_suppression SET created_at = now() - INTERVAL '2 days', expires_at = now() WHERE id = ?",
                UUID.fromString(over)));

        List<Suppression> active = suppressions.of(vendor.id(), clock.instant().plusSeconds(1));

        assertThat(active).hasSize(2).allMatch(suppression -> suppression.matches("tls-chain", "www.a.example"));
        assertThat(active)
                .filteredOn(suppression -> suppression.matches("tls-chain", "b.example"))
                .hasSize(1);
        assertThat(active).noneMatch(suppression -> suppression.matches("csp", "www.a.example"));
        assertThat(suppressions.of(vendor.id(), clock.instant().plus(Duration.ofDays(31))))
                .isEmpty();
        As.viewer().get(path + "/" + over).then().body("state", equalTo("EXPIRED"));
        As.owner().delete(path + "/" + over).then().statusCode(204);
        As.viewer().get(path + "/" + over).then().body("state", equalTo("EXPIRED"), "endedAt", nullValue());
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            checkId   | null                 | not be null
            checkId   | No Check             | lower-case
            checkId   | ''                   | lower-case
            target    | a b                  | one word
            target    | ''                   | one word
            reason    | null                 | not be null
            reason    | too short            | between 10 and 2000
            reason    | '            .     ' | at least 10 characters
            expiresAt | null                 | not be null
            expiresAt | 2020-01-01T00:00:00Z | in the future
            expiresAt | 2126-01-01T00:00:00Z | 366 days
            expiresAt | tomorrow             | RFC 3339
            """)
    void aWrongFieldIsNamed(String field, String value, String detail) {
        create(body(field, value))
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem("/" + field))
                .body("errors.detail", hasItem(containsString(detail)));
    }

    @Test
    void textThatTheDatabaseCannotKeepIsRefused() {
        create(body("reason", "Ten characters and \0")).statusCode(400).body("errors.pointer", hasItem("/reason"));
        create(body("reason", "x".repeat(2001))).statusCode(400).body("errors.pointer", hasItem("/reason"));
    }

    @Test
    void aSuppressionBelongsToItsVendor() {
        String id = create(body()).statusCode(201).extract().path("id");
        String others = "/api/v1/vendors/" + vendors.create(Samples.vendor()).slug() + "/security/suppressions/" + id;

        As.viewer().get(others).then().statusCode(404);
        As.owner().delete(others).then().statusCode(404);
        As.viewer().get(path + "/" + UUID.randomUUID()).then().statusCode(404);
        As.viewer().get("/api/v1/vendors/nobody/security/suppressions").then().statusCode(404);
        As.owner()
                .body(body())
                .post("/api/v1/vendors/nobody/security/suppressions")
                .then()
                .statusCode(404);
    }

    @Test
    void theListIsPagedNewestFirst() {
        for (String check : List.of("spf-record", "mta-sts", "cookies")) {
            create(body("checkId", check)).statusCode(201);
        }

        String next = As.viewer()
                .get(path + "?limit=2")
                .then()
                .body("items.checkId", contains("cookies", "mta-sts"))
                .extract()
                .path("next");
        As.viewer()
                .queryParam("after", next)
                .get(path)
                .then()
                .body("items.checkId", contains("spf-record"))
                .body("next", nullValue());
        As.viewer().get(path + "?after=YQ").then().statusCode(400).body("errors.pointer", contains("after"));
    }

    @Test
    void theSameRequestTwiceIsOneSuppression() {
        for (int time = 0; time < 2; time++) {
            As.owner()
                    .header("Idempotency-Key", "same-" + vendor.slug())
                    .body(body("expiresAt", "2027-03-01T00:00:00Z"))
                    .post(path)
                    .then()
                    .statusCode(201);
        }
        As.viewer().get(path).then().body("items", hasSize(1));
    }

    private ValidatableResponse create(Map<String, Object> body) {
        return As.owner().body(body).post(path).then();
    }

    private Map<String, Object> body(String field, Object value) {
        Map<String, Object> body = body();
        body.put(field, value);
        return body;
    }

    private Map<String, Object> body() {
        Instant expires = clock.instant().plus(Duration.ofDays(30));
        return new HashMap<>(Map.of("checkId", "tls-chain", "reason", REASON, "expiresAt", expires.toString()));
    }
}
