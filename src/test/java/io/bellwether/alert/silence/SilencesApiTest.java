package io.bellwether.alert.silence;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SilencesApiTest {

    private static final String SILENCES = "/api/v1/silences";

    private final String vendor = "acme-" + UUID.randomUUID();

    @Test
    void aSilenceIsSetListedProlongedAndEnded() {
        Map<String, Object> silence = silence(Duration.ofHours(1), "vendor=\"" + vendor + "\"");
        String place = create(silence).statusCode(201).extract().header("Location");
        String id = place.substring(place.lastIndexOf('/') + 1);

        As.viewer().get(place).then().statusCode(200).body("state", equalTo("ACTIVE"));
        As.owner()
                .body(silence(Duration.ofHours(2), "vendor=\"" + vendor + "\""))
                .put(place)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("version", equalTo(1));
        As.viewer().get(SILENCES).then().body("items.id", hasItem(id));
        As.owner().delete(place).then().statusCode(204);
        As.owner().delete(place).then().statusCode(204);
        As.viewer().get(place).then().body("state", equalTo("EXPIRED"));
        As.owner().body(silence).put(place).then().statusCode(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            vendor            | /matchers/0 | matcher
            vendor=~"["       | /matchers/0 | regular expression
            vendor=~".*"      | /matchers   | At least one must not match the empty text
            """)
    void aWrongMatcherIsNamed(String matcher, String pointer, String detail) {
        create(silence(Duration.ofHours(1), matcher))
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].detail", containsString(detail));
    }

    @Test
    void aSilenceNeedsAReasonAndAnEndInTheFuture() {
        create(Map.of("matchers", List.of("a=\"b\""), "endsAt", Instant.parse("2020-01-01T00:00:00Z"), "comment", "x"))
                .statusCode(400)
                .body("errors.pointer", hasItem("/endsAt"));
        create(Map.of("matchers", List.of("a=\"b\""), "endsAt", end(Duration.ofHours(1)), "comment", " "))
                .statusCode(400)
                .body("errors.pointer", hasItem("/comment"));
    }

    @Test
    void whatASilenceCoversDoesNotChange() {
        String place = create(silence(Duration.ofHours(1), "vendor=\"" + vendor + "\""))
                .statusCode(201)
                .extract()
                .header("Location");

        As.owner()
                .body(silence(Duration.ofHours(1), "vendor=\"other\""))
                .put(place)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/matchers"));
        As.owner().delete(place);
    }

    @Test
    void anUnknownSilenceIsNotFound() {
        As.viewer().get(SILENCES + "/" + UUID.randomUUID()).then().statusCode(404);
        As.owner().delete(SILENCES + "/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void aPreviewCoversNothingWhereNothingFires() {
        As.viewer()
                .body(silence(Duration.ofHours(1), "vendor=\"" + vendor + "\""))
                .post(SILENCES + "/previews")
                .then()
                .statusCode(200)
                .body("alerts.size()", equalTo(0));
        As.viewer().get(SILENCES).then().body("items.matchers.flatten()", not(hasItem(containsString(vendor))));
    }

    private static ValidatableResponse create(Map<String, Object> silence) {
        return As.owner().body(silence).post(SILENCES).then();
    }

    private static Map<String, Object> silence(Duration time, String matcher) {
        return Map.of("matchers", List.of(matcher), "endsAt", end(time), "comment", "works");
    }

    private static String end(Duration time) {
        return Instant.now().plus(time).toString();
    }
}
