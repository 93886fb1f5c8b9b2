package io.bellwether.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class SecurityScansTest {

    private HttpServer site;
    private volatile int status = 200;

    @BeforeEach
    void serve() throws IOException {
        site = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        site.createContext("/", exchange -> {
            byte[] body = "<!doctype html><title>Shop</title>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void stop() {
        site.stop(0);
    }

    @Test
    void answersWithEveryResultAndTheWayToTheGrade() {
        JsonPath scan = scan(url());

        assertThat(scan.getList("targets.ruleSet")).containsExactly("http-observatory-5");
        assertThat(scan.getList("targets[0].arithmetic.text")).isNotEmpty();
        assertThat(scan.getString("checks.find { it.checkId == 'x-content-type-options' }.outcome"))
                .isEqualTo("PASS");
        assertThat(scan.getString("checks.find { it.checkId == 'content-security-policy' }.resultCode"))
                .isEqualTo("csp-not-implemented");
        assertThat(scan.getInt("score.score")).isBetween(0, 99);
        assertThat(scan.getMap("untold")).isEmpty();
    }

    @Test
    void whatCannotBeToldTakesNothing() {
        status = 503;

        JsonPath scan = scan(url());

        assertThat(scan.getList("checks.outcome")).isNotEmpty().containsOnly("UNKNOWN");
        assertThat(scan.getMap("untold")).containsKey("headers");
        assertThat(scan.<Object>get("score.score")).isNull();
    }

    @Test
    void aTargetTheGuardRefusesIsNotReached() {
        JsonPath scan = scan("http://169.254.169.254/");

        assertThat(scan.getList("checks.outcome")).containsOnly("UNKNOWN");
        assertThat(scan.getString("untold.headers")).contains("BELLWETHER_EGRESS_ALLOW");
    }

    @Test
    void aServerThatIsNotThereIsToldAsSuch() {
        int port = site.getAddress().getPort();
        site.stop(0);

        JsonPath scan = scan("https://127.0.0.1:" + port + "/");

        assertThat(scan.getString("untold.tls")).contains("refused").doesNotContain("once a day");
        assertThat(scan.<Object>get("score.score")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "url, ftp://example.com/, /url",
        "url, https://user@example.com/, /url",
        "url, https://exa mple.com/, /url",
        "domain, https://example.com/, /domain",
        "domain, -example.com, /domain",
    })
    void refusesWhatIsNoTargetAndNamesTheField(String field, String value, String pointer) {
        As.operator()
                .body(Map.of(field, value))
                .post("/api/v1/security/scans")
                .then()
                .statusCode(400);
        assertThat(As.operator()
                        .body(Map.of(field, value))
                        .post("/api/v1/security/scans")
                        .jsonPath()
                        .getString("errors[0].pointer"))
                .isEqualTo(pointer);
    }

    @Test
    void oneOfTheTwoIsEnough() {
        As.operator()
                .body(Map.of("url", url(), "domain", "example.com"))
                .post("/api/v1/security/scans")
                .then()
                .statusCode(400);
    }

    private String url() {
        return "http://127.0.0.1:" + site.getAddress().getPort() + "/";
    }

    private static JsonPath scan(String url) {
        return As.operator()
                .body(Map.of("url", url))
                .post("/api/v1/security/scans")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
