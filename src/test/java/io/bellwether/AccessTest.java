package io.bellwether;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.bellwether.platform.Role;
import io.bellwether.platform.Sessions;
import io.bellwether.platform.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.specification.RequestSpecification;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AccessTest {

    /** What brings a key of its own, or says no more than that somebody is there. */
    private static final List<String> OPEN =
            List.of(" /api/v1/heartbeats/", " /unsubscribe/", " /alertmanager/-/", " /alertmanager/metrics");

    private final Tokens tokens;
    private final Sessions sessions;
    private final Clock clock;
    private final Jdbi jdbi;

    AccessTest(Tokens tokens, Sessions sessions, Clock clock, Jdbi jdbi) {
        this.jdbi = jdbi;
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Test
    void nobodyGetsIntoAnythingThatOpenApiKnows() {
        List<String> operations = operations().toList();

        assertThat(operations).hasSizeGreaterThan(10);
        assertThat(operations).allSatisfy(operation -> {
            String[] parts = operation.split(" ", 2);
            As.nobody()
                    .request(Method.valueOf(parts[0]), parts[1])
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .header("WWW-Authenticate", "Bearer")
                    .body("status", equalTo(401));
        });
    }

    @Test
    void openApiSaysThatATokenIsNeeded() {
        As.viewer()
                .get("/q/openapi?format=json")
                .then()
                .body("security[0]", hasKey("token"))
                .body("components.securitySchemes.token.scheme", equalTo("bearer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/openapi", "/q/swagger-ui", "/api/v1/nothing", "/nothing", "/"})
    void norIntoAnythingElse(String path) {
        As.nobody().get(path).then().statusCode(401).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics"})
    void healthAndMetricsAreForEverybody(String path) {
        As.nobody().accept("*/*").get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void eachRoleMayWhatItIsFor(Role role) {
        String[][] needs = {
            {"VIEWER", "GET", "/api/v1/version"},
            {"VIEWER", "GET", "/api/v1/vendors"},
            {"VIEWER", "GET", "/api/v1/vendors/nobody"},
            {"VIEWER", "GET", "/api/v1/catalogue"},
            {"OPERATOR", "POST", "/api/v1/vendors"},
            {"OPERATOR", "PUT", "/api/v1/vendors/nobody"},
            {"OPERATOR", "PATCH", "/api/v1/vendors/nobody"},
            {"OPERATOR", "DELETE", "/api/v1/vendors/nobody"},
            {"OPERATOR", "POST", "/api/v1/catalogue/nobody/adoptions"},
            {"VIEWER", "GET", "/api/v1/vendors/nobody/security/suppressions"},
            {"OWNER", "POST", "/api/v1/vendors/nobody/security/suppressions"},
            {"OWNER", "DELETE", "/api/v1/vendors/nobody/security/suppressions/nobody"},
            {"VIEWER", "GET", "/api/v1/vendors/nobody/entities"},
            {"VIEWER", "GET", "/api/v1/vendors/nobody/entities/suggestions"},
            {"OPERATOR", "PUT", "/api/v1/vendors/nobody/entities"},
            {"VIEWER", "POST", "/api/v1/finance/assessments"},
            {"VIEWER", "GET", "/api/v1/vendors/nobody/finance/statements"},
            {"VIEWER", "GET", "/api/v1/vendors/nobody/finance/statements/template"},
            {"OWNER", "POST", "/api/v1/vendors/nobody/finance/statements"},
            {"VIEWER", "POST", "/api/v1/vendors/nobody/health/simulations"},
            {"OWNER", "DELETE", "/api/v1/vendors/nobody/finance/statements/nobody"},
            {"VIEWER", "GET", "/api/v1/finance/fact-kinds"},
            {"VIEWER", "GET", "/api/v1/finance/rule-sets"},
            {"VIEWER", "GET", "/api/v1/vendors/nobody/finance/suppressions"},
            {"OWNER", "POST", "/api/v1/vendors/nobody/finance/suppressions"},
            {"OWNER", "DELETE", "/api/v1/vendors/nobody/finance/suppressions/nobody"},
            {"VIEWER", "GET", "/api/v1/vendors/nobody/facts"},
            {"OWNER", "POST", "/api/v1/vendors/nobody/facts"},
            {"OWNER", "DELETE", "/api/v1/vendors/nobody/facts/nobody"},
            {"OWNER", "POST", "/api/v1/vendors/nobody/facts/nobody/restorations"},
            {"VIEWER", "GET", "/api/v1/vendors/nobody/health/changes"},
            {"VIEWER", "GET", "/api/v1/vendors/nobody/health/peers"},
            {"VIEWER", "GET", "/api/v1/vendors/nobody/health/baselines"},
            {"OWNER", "POST", "/api/v1/vendors/nobody/health/baselines"},
            {"OWNER", "DELETE", "/api/v1/vendors/nobody/health/baselines/nobody"},
            {"ADMIN", "GET", "/api/v1/tokens"},
            {"ADMIN", "POST", "/api/v1/tokens"},
            {"ADMIN", "DELETE", "/api/v1/tokens/nobody"},
            {"ADMIN", "GET", "/api/v1/audit"},
        };
        for (String[] need : needs) {
            boolean allowed = role.compareTo(Role.valueOf(need[0])) >= 0;

            int status = As.role(role.name())
                    .body("{}")
                    .request(Method.valueOf(need[1]), need[2])
                    .statusCode();

            assertThat(status == 403).as("%s %s as %s", need[1], need[2], role).isNotEqualTo(allowed);
        }
    }

    @Test
    void whoMayNotIsToldSo() {
        As.viewer()
                .body(Map.of("name", "Acme"))
                .post("/api/v1/vendors")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("title", equalTo("Forbidden"));
    }

    @ParameterizedTest(name = "Authorization: {0}")
    @CsvSource(delimiter = '|', textBlock = """
            Bearer bw_nobody-has-this       | Unknown token.
            Bearer                          | Unknown token.
            Basic YWRtaW46YWRtaW4=          | Unknown token.
            admin-token-of-the-tests-only   | Unknown token.
            """)
    void aWrongTokenIsRefused(String header, String detail) {
        As.nobody()
                .header("Authorization", header)
                .get("/api/v1/version")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", equalTo(detail));
    }

    @Test
    void theSchemeMayBeWrittenAnyWay() {
        As.nobody()
                .header("Authorization", "bearer " + As.ADMIN_TOKEN)
                .get("/api/v1/version")
                .then()
                .statusCode(200);
    }

    @Test
    void anExpiredTokenIsRefusedAndToldWhy() {
        String secret = tokens.create("late", Role.ADMIN, clock.instant().minus(Duration.ofSeconds(1)))
                .secret();

        As.bearer(secret)
                .get("/api/v1/version")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", containsString("expired"));
    }

    @Test
    void aRevokedTokenIsRefusedAtOnceWithItsSessions() {
        var issued = tokens.create("brief", Role.VIEWER, null);
        String session = sessions.open(issued.secret());
        withSession(session).get("/api/v1/version").then().statusCode(200);

        tokens.revoke(issued.token().id());

        As.bearer(issued.secret())
                .get("/api/v1/version")
                .then()
                .statusCode(401)
                .body("detail", containsString("revoked"));
        withSession(session).get("/api/v1/version").then().statusCode(401);
    }

    @Test
    void aSessionIsAsGoodAsItsTokenUntilItIsClosed() {
        String session =
                sessions.open(tokens.create("browser", Role.OPERATOR, null).secret());

        withSession(session).get("/api/v1/vendors").then().statusCode(200);
        withSession(session).body("{}").post("/api/v1/vendors").then().statusCode(400);
        withSession(session).get("/api/v1/tokens").then().statusCode(403);

        sessions.close(session);
        withSession(session).get("/api/v1/vendors").then().statusCode(401);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site",
        "Origin, http://localhost:1",
        "Origin, https://evil.example",
        "Origin, null",
    })
    void aSessionIsNoGoodForAnotherSitesPage(String header, String value) {
        String session =
                sessions.open(tokens.create("browser", Role.OPERATOR, null).secret());

        withSession(session)
                .header(header, value)
                .body("{}")
                .post("/api/v1/vendors")
                .then()
                .statusCode(401);
    }

    @Test
    void aBrowserWithoutASessionIsLedToTheSignInPage() {
        As.nobody()
                .accept("text/html")
                .redirects()
                .follow(false)
                .cookie(Sessions.COOKIE, "long-gone")
                .get("/vendors/acme?lens=it")
                .then()
                .statusCode(303)
                .header("Location", containsString("/sign-in?next=%2Fvendors%2Facme%3Flens%3Dit"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8080/alerts/7?lens=it, %2Falerts%2F7",
        "https://evil.example//evil.example, %2F%2Fevil.example",
        "mailto:me@example.com, %2F",
        "not an address, %2F"
    })
    void aFormSentAfterTheSessionHasEndedLeadsToTheSignInPageToo(String referer, String next) {
        As.nobody()
                .accept("text/html")
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded")
                .header("Referer", referer)
                .post("/alerts/7/comments")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in?next=" + next));
    }

    @Test
    void whenIdentityCannotBeLookedUpThatIsOurFault() {
        jdbi.useHandle(handle -> handle.execute("ALTER TABLE token RENAME TO token_away"));
        try {
            As.admin()
                    .get("/api/v1/version")
                    .then()
                    .statusCode(500)
                    .contentType("application/problem+json")
                    .body("detail", containsString("This is our fault"));
        } finally {
            jdbi.useHandle(handle -> handle.execute("ALTER TABLE token_away RENAME TO token"));
        }
    }

    private static RequestSpecification withSession(String session) {
        return As.nobody().cookie(Sessions.COOKIE, session);
    }

    private static Stream<String> operations() {
        Map<String, Map<String, Object>> paths = As.viewer()
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .path("paths");
        return paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " "
                                + path.getKey().replaceAll("\\{[^}]*}", "x")))
                .filter(operation -> OPEN.stream().noneMatch(operation::contains));
    }
}
