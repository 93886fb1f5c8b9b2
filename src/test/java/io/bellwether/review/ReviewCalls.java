package io.bellwether.review;

import io.bellwether.As;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;

/** What people do with the reviews of one vendor, over REST. */
record ReviewCalls(String slug) {

    /** The one that {@link RecordedQuarter} records. */
    static final String PERIOD = "2001-Q2";

    static final JsonPathConfig DOUBLES = new JsonPathConfig(NumberReturnType.DOUBLE);

    private static final String REVIEW = "/api/v1/reviews/";

    static ReviewCalls ofNewVendor() {
        return new ReviewCalls(As.operator()
                .body(Map.of("name", "Acme " + UUID.randomUUID()))
                .post("/api/v1/vendors")
                .then()
                .statusCode(201)
                .extract()
                .path("slug"));
    }

    String url() {
        return "/api/v1/vendors/" + slug + "/reviews";
    }

    ValidatableResponse open(String period) {
        return As.owner().body(Map.of("period", period)).post(url()).then();
    }

    ValidatableResponse open(int status) {
        return open(PERIOD).statusCode(status);
    }

    /** A newly opened review, by its id. */
    String draft() {
        return open(201).extract().path("id");
    }

    ValidatableResponse list() {
        return As.viewer().get(url()).then().statusCode(200);
    }

    ValidatableResponse read(String id) {
        return As.viewer().get(REVIEW + id).then();
    }

    ValidatableResponse comment(String id, String section, String text) {
        return As.owner()
                .body(Map.of("comment", text))
                .patch(REVIEW + id + "/sections/" + section)
                .then();
    }

    ValidatableResponse sign(String id, String lens, String decision) {
        return As.owner()
                .body(Map.of("lens", lens, "decision", decision, "comment", "as agreed"))
                .post(REVIEW + id + "/sign-offs")
                .then();
    }

    ValidatableResponse export(String id, String format) {
        return As.viewer().get(REVIEW + id + "/export?format=" + format).then();
    }
}
