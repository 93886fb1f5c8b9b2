package io.bellwether.config;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.bellwether.As;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;

/** Documents on their way in and out. */
final class ConfigApi {

    static final String YAML = "application/yaml";

    private ConfigApi() {}

    static String export() {
        return As.viewer()
                .get("/api/v1/config")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    static ValidatableResponse plan(String document) {
        return put(document, true).statusCode(200);
    }

    static ValidatableResponse apply(String document) {
        return put(document, false).statusCode(200);
    }

    static void nothing(ValidatableResponse plan, int unchanged) {
        plan.body("create", empty(), "change", empty(), "remove", empty(), "unchanged", equalTo(unchanged));
    }

    static void refused(String document, String pointer, int line) {
        put(document, false)
                .statusCode(400)
                .body("errors.pointer", equalTo(List.of(pointer)), "errors[0].line", equalTo(line));
    }

    static ValidatableResponse put(String document, boolean dryRun) {
        return as(YAML).body(document).put("/api/v1/config?dryRun=" + dryRun).then();
    }

    static RequestSpecification as(String type) {
        EncoderConfig asText = EncoderConfig.encoderConfig().encodeContentTypeAs(type, ContentType.TEXT);
        return As.operator().config(RestAssured.config().encoderConfig(asText)).contentType(type);
    }
}
