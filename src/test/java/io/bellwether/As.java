package io.bellwether;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Requests of somebody: {@code As.operator().body(...).post("/api/v1/vendors")}. JSON unless the test says otherwise. */
public final class As {

    /** As in application.properties. */
    public static final String ADMIN_TOKEN = "admin-token-of-the-tests-only";

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private As() {}

    public static RequestSpecification nobody() {
        return RestAssured.given().contentType(ContentType.JSON);
    }

    public static RequestSpecification viewer() {
        return role("VIEWER");
    }

    public static RequestSpecification owner() {
        return role("OWNER");
    }

    public static RequestSpecification operator() {
        return role("OPERATOR");
    }

    public static RequestSpecification admin() {
        return bearer(ADMIN_TOKEN);
    }

    /** Whoever holds this token. */
    public static RequestSpecification bearer(String token) {
        return nobody().header("Authorization", "Bearer " + token);
    }

    /** One of VIEWER, OWNER, OPERATOR, ADMIN. */
    public static RequestSpecification role(String role) {
        return bearer(TOKENS.computeIfAbsent(role + RestAssured.port, key -> issued(role)));
    }

    private static String issued(String role) {
        return admin().body(Map.of("name", "test " + role, "role", role))
                .post("/api/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }
}
