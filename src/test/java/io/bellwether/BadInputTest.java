package io.bellwether;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients get wrong, and what they are told. */
@QuarkusTest
class BadInputTest {

    private static final int TEN_MEGABYTES = 10_000_000;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"name":"A","colour":"red"}                     | /colour              | Unknown field
            {"name":"A","owners":{"it":{"phone":"1"}}}      | /owners/it/phone     | Unknown field
            {"name":5}                                      | /name                | not a string
            {"name":"A","tier":"GOLD"}                      | /tier                | STRATEGIC, IMPORTANT, STANDARD
            {"name":"A","domains":"a.example"}              | /domains             | an array
            {"name":"A","domains":["a.example",7]}          | /domains/1           | not a string
            {"name":"A","legalEntity":[]}                   | /legalEntity         | an object
            {}                                              | /name                | blank
            {"name":" "}                                    | /name                | blank
            {"name":"A","slug":"No Slug"}                   | /slug                | lower-case
            {"name":"日本"}                                  | /slug                | give one
            {"name":"A","website":"file:///etc/passwd"}     | /website             | must be a URL
            {"name":"A","statusPage":"nonsense"}            | /statusPage          | must be a URL
            {"name":"A","domains":["a.example","http://b"]} | /domains/1           | must be a host name
            {"name":"A","legalEntity":{"cik":"x"}}          | /legalEntity/cik     | digits
            {"name":"A","owners":{"it":{"name":"I","email":"x"}}} | /owners/it/email | email
            {"name":"A","owners":{"budget":{"name":"I","email":"i@a.example","timeZone":"Mars/Base"}}} | /owners/budget/timeZone | IANA
            """)
    void aWrongFieldIsNamed(String body, String pointer, String detail) {
        problem(As.operator().body(body).post("/api/v1/vendors").then(), 400)
                .body("errors.pointer", hasItem(pointer))
                .body(
                        "errors.find { it.pointer == '%s' }.detail.toLowerCase()".formatted(pointer),
                        containsString(detail.toLowerCase(Locale.ROOT)));
    }

    @Test
    void allWrongFieldsAreNamedAtOnce() {
        problem(
                        As.operator()
                                .body("{\"name\":\"\",\"slug\":\"-\",\"website\":\"x\"}")
                                .post("/api/v1/vendors")
                                .then(),
                        400)
                .body("errors.pointer", hasItems("/name", "/slug", "/website"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"{\"name\": ", "{name:1}", "{\"name\":\"A\"} more", "\u0000", "<a/>"})
    void malformedJsonIsNoRequest(String body) {
        problem(As.operator().body(body).post("/api/v1/vendors").then(), 400)
                .body("detail", containsString("not valid JSON"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "5"})
    void theBodyMustBeAnObject(String body) {
        problem(As.operator().body(body).post("/api/v1/vendors").then(), 400);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/api/v1/vendors?limit=many,       limit",
        "/api/v1/vendors?limit=0,          limit",
        "/api/v1/vendors?limit=501,        limit",
        "/api/v1/vendors?limit=1.5,        limit",
        "/api/v1/vendors?tier=gold,        tier",
        "/api/v1/vendors?after=elsewhere,  after",
        "/api/v1/audit?after=YQ,           after",
        "/api/v1/tokens?after=YQ,          after",
    })
    void aWrongParameterIsNamed(String path, String parameter) {
        problem(As.admin().get(path).then(), 400).body("errors.pointer", hasItem(parameter));
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "GET,    /api/v1/vendors/nobody,                              404",
        "PUT,    /api/v1/vendors/nobody,                              404",
        "PATCH,  /api/v1/vendors/nobody,                              404",
        "DELETE, /api/v1/vendors/nobody,                              404",
        "POST,   /api/v1/catalogue/nobody/adoptions,                  404",
        "DELETE, /api/v1/tokens/01a201cb-f04e-711c-909f-e6ec27a59c26, 404",
        "DELETE, /api/v1/tokens/nobody,                               404",
        "GET,    /api/v1/nothing,                                     404",
        "GET,    /api/v2/vendors,                                     404",
        "GET,    /nothing,                                            404",
        "PUT,    /api/v1/vendors,                                     405",
        "POST,   /api/v1/version,                                     405",
    })
    void whatIsNotThereIsAProblem(String method, String path, int status) {
        String body = path.contains("adoptions") ? "{}" : "{\"name\":\"A\"}";

        problem(As.admin().body(body).request(method, path).then(), status).body("instance", equalTo(path));
    }

    @Test
    void aBodyOfAnotherKindIsRefused() {
        problem(
                As.operator()
                        .contentType("text/plain")
                        .body("hello")
                        .post("/api/v1/vendors")
                        .then(),
                415);
    }

    @Test
    void soIsAnAnswerOfAnotherKind() {
        problem(As.viewer().accept("image/png").get("/api/v1/vendors").then(), 406);
    }

    @Test
    void aBodyOfTenMegabytesIsRefused() {
        byte[] body = new byte[TEN_MEGABYTES];
        Arrays.fill(body, (byte) ' ');

        problem(As.operator().body(body).post("/api/v1/vendors").then(), 413).body("detail", containsString("5242880"));
    }

    @Test
    void soIsOneThatDoesNotSayHowLongItIs() throws Exception {
        HttpResponse<String> response = sendChunked(new byte[TEN_MEGABYTES]);

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(response.body()).contains("\"status\":413");
    }

    @Test
    void aSmallBodyNeedNotSayHowLongItIs() throws Exception {
        HttpResponse<String> response = sendChunked("{\"name\":\"\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("/name");
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status));
    }

    private static HttpResponse<String> sendChunked(byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/vendors"))
                .version(HttpClient.Version.HTTP_1_1)
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + As.ADMIN_TOKEN)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
