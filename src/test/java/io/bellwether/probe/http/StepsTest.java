package io.bellwether.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.probe.Verdict;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepsTest {

    private static final Map<String, Object> LOGIN = Map.of(
            "name",
            "login",
            "url",
            "/login",
            "method",
            "POST",
            "headers",
            Map.of("Content-Type", "application/json"),
            "body",
            "{\"user\":\"u\"}",
            "extract",
            List.of(Map.of("name", "token", "from", "JSON", "expression", "$.token", "secret", true)));

    @Test
    void carriesValuesFromStepToStep() {
        try (Vendor vendor = shop()) {
            Verdict verdict = HttpLab.open()
                    .run(
                            "url",
                            vendor.url("/"),
                            "steps",
                            List.of(
                                    LOGIN,
                                    Map.of(
                                            "name",
                                            "order",
                                            "url",
                                            "/orders?by={{token}}",
                                            "headers",
                                            Map.of("Authorization", "Bearer {{token}}"),
                                            "extract",
                                            List.of(Map.of(
                                                    "name", "id", "from", "JSON", "expression", "$.items[0].id"))),
                                    Map.of("url", "orders/{{id}}", "bodyContains", "order 7 of tok+en/1")));

            assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
            assertThat(verdict.reason()).isEqualTo("All 3 steps passed.");
            assertThat(vendor.requests())
                    .extracting(Vendor.Request::path)
                    .containsExactly("/login", "/orders?by=tok%2Ben%2F1", "/orders/7");
            assertThat(vendor.requests().get(1).header("Authorization")).isEqualTo("Bearer tok+en/1");
            assertThat(verdict.phases().connect()).isPositive();
            assertThat(verdict.detail().get("steps")).asInstanceOf(LIST).hasSize(3);
            assertThat(verdict.detail().toString())
                    .contains("carried={id=7}", "name=order", "millis=")
                    .doesNotContain("tok+en", "tok%2Ben");
        }
    }

    @Test
    void stopsAtTheFirstStepThatFails() {
        try (Vendor vendor = shop()) {
            Verdict verdict = HttpLab.open()
                    .run(
                            "url",
                            vendor.url("/"),
                            "steps",
                            List.of(
                                    LOGIN,
                                    Map.of("name", "checkout", "url", "/broken?{{token}}"),
                                    Map.of("url", "/never")));

            assertThat(verdict.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(verdict.cause()).isEqualTo(Cause.UNEXPECTED_STATUS);
            assertThat(verdict.reason()).isEqualTo("Step 2 (checkout): Status 500 instead of 200-299.");
            assertThat(vendor.requests()).hasSize(2);
            assertThat(verdict.detail().toString())
                    .contains("bodyStart=you sent ********")
                    .doesNotContain("tok%2Ben");
        }
    }

    @Test
    void whatIsNotThereCannotBeCarriedOn() {
        Map<String, Object> step =
                Map.of("url", "/login", "extract", List.of(Map.of("name", "id", "from", "JSON", "expression", "$.id")));
        try (Vendor vendor = shop()) {
            Verdict verdict = HttpLab.open().run("url", vendor.url("/"), "steps", List.of(step));

            assertThat(verdict.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(verdict.reason()).isEqualTo("Step 1: There is no id to carry on: nothing in the body at $.id.");
        }
    }

    @Test
    void aStepThatIsNotReachedSaysWhichAndWhy() {
        try (Vendor vendor = shop()) {
            Verdict verdict = HttpLab.open()
                    .run(
                            "url",
                            vendor.url("/"),
                            "steps",
                            List.of(Map.of("url", "/login"), Map.of("url", "http://10.0.0.1/")));

            assertThat(verdict.cause()).isEqualTo(Cause.EGRESS_REFUSED);
            assertThat(verdict.reason()).startsWith("Step 2: Not reached: 10.0.0.1");
            assertThat(verdict.phases().firstByte()).as("of the first step").isPositive();
        }
    }

    @ParameterizedTest(name = "from {0} by {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            STATUS |              | 201
            HEADER | X-Order      | abc
            REGEX  | id=(\\d+);   | 42
            REGEX  | id=\\d+      | id=42
            COOKIE | session      | s-1
            """)
    void findsValuesInAllPartsOfAnAnswer(String from, String expression, String value) {
        Map<String, Object> extraction = expression == null
                ? Map.of("name", "v", "from", from)
                : Map.of("name", "v", "from", from, "expression", expression);
        try (Vendor vendor = Vendor.that(request ->
                new Vendor.Reply(201, "the id=42;", "X-Order", "abc", "Set-Cookie", "session=s-1; Path=/; HttpOnly"))) {
            HttpLab.open()
                    .run(
                            "url",
                            vendor.url("/"),
                            "steps",
                            List.of(
                                    Map.of("url", "/", "extract", List.of(extraction)),
                                    Map.of("url", "/next", "headers", Map.of("X-Value", "{{ v }}"))));

            assertThat(vendor.requests().get(1).header("X-Value")).isEqualTo(value);
        }
    }

    @ParameterizedTest(name = "as {0} {1} becomes {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            application/json                  | {"n":"{{v}}"} | {"n":"a\\"b\\\\ &ä"}
            application/x-www-form-urlencoded | n={{v}}       | n=a%22b%5C+%26%C3%A4
            text/plain                        | n={{v}}       | n=a"b\\ &ä
            """)
    void valuesTakeTheFormOfTheBody(String type, String template, String body) {
        assertThat(Placeholders.body(template, Map.of("v", "a\"b\\ &ä"), Map.of("Content-Type", type)))
                .isEqualTo(body);
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({
        "{{v}}, /a b/?c=1",
        "/x/{{v}}, /x/%2Fa%20b%2F%3Fc%3D1",
        "/x/{{v}}/{{w}}, /x/%2Fa%20b%2F%3Fc%3D1/~",
        "{{v}}&d={{w}}, /a b/?c=1&d=~"
    })
    void aLinkStaysALinkAndEverythingElseIsEncoded(String template, String url) {
        assertThat(Placeholders.url(template, Map.of("v", "/a b/?c=1", "w", "~")))
                .isEqualTo(url);
    }

    @Test
    void aCarriedValueCannotBreakOutOfAHeader() {
        try (Vendor vendor = Vendor.that(_ -> new Vendor.Reply(200, "a\r\nX-Evil: 1"))) {
            Verdict verdict = HttpLab.open()
                    .run(
                            "url",
                            vendor.url("/"),
                            "steps",
                            List.of(
                                    Map.of(
                                            "url",
                                            "/",
                                            "extract",
                                            List.of(Map.of("name", "v", "from", "REGEX", "expression", "(?s).*"))),
                                    Map.of("url", "/", "headers", Map.of("X-Value", "{{v}}"))));

            assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(verdict.reason())
                    .startsWith("Step 2: What was to be filled in does not fit into the headers: The value of X-Value");
            assertThat(vendor.requests()).hasSize(1);
        }
    }

    @ParameterizedTest(name = "cookies {0}: {1}")
    @CsvSource({"true, s-1", "false, "})
    void cookiesGoBackAcrossRedirectsAndStepsWhereThatIsAskedFor(boolean cookies, String sent) {
        try (Vendor vendor = Vendor.that(request -> switch (request.path()) {
            case "/login" -> new Vendor.Reply(302, "", "Location", "/home", "Set-Cookie", "session=s-1; Path=/");
            default -> new Vendor.Reply(200, "hello");
        })) {
            HttpLab.open()
                    .run(
                            "url",
                            vendor.url("/"),
                            "cookies",
                            cookies,
                            "steps",
                            List.of(Map.of("url", "/login"), Map.of("url", "/account")));

            assertThat(vendor.requests()).hasSize(3);
            assertThat(vendor.requests().subList(1, 3))
                    .allMatch(request -> sent == null
                            ? request.header("Cookie") == null
                            : ("session=" + sent).equals(request.header("Cookie")));
        }
    }

    @Test
    void secretsFillHeadersAndBodiesAndAreNotShown() {
        Map<String, Object> secrets = Map.of("password", "pass\"word", "key", "k-123");
        Map<String, Object> step = Map.of(
                "url",
                "/fail?k={{key}}",
                "method",
                "POST",
                "headers",
                Map.of("Content-Type", "application/json", "X-K", "{{key}}"),
                "body",
                "{\"p\":\"{{password}}\"}");
        try (Vendor vendor = Vendor.that(request -> new Vendor.Reply(500, request.body() + request.path()))) {
            HttpLab lab = HttpLab.open();
            Verdict steps = lab.run("url", vendor.url("/"), "secrets", secrets, "steps", List.of(step));
            Verdict alone = lab.run(
                    "url", vendor.url("/"), "secrets", secrets, "method", "POST", "body", "p={{password}}&{{other}}");

            assertThat(vendor.requests())
                    .extracting(Vendor.Request::body)
                    .containsExactly("{\"p\":\"pass\\\"word\"}", "p=pass\"word&{{other}}");
            assertThat(vendor.requests().getFirst().header("X-K")).isEqualTo("k-123");
            assertThat(steps.detail().toString() + alone.detail())
                    .contains("{\"p\":\"********\"}/fail?k=********", "bodyStart=p=********&{{other}}/")
                    .doesNotContain("k-123", "word");
        }
    }

    @Test
    void manyStepsTogetherMayBeSlow() {
        try (Vendor vendor = shop()) {
            Verdict verdict = HttpLab.open()
                    .run(
                            "url",
                            vendor.url("/"),
                            "degradedAfter",
                            "PT0.001S",
                            "steps",
                            List.of(Map.of("url", "/login"), Map.of("url", "/login"), Map.of("url", "/login")));

            assertThat(verdict.outcome()).isEqualTo(Outcome.DEGRADED);
            assertThat(verdict.cause()).isEqualTo(Cause.SLOW);
            assertThat(verdict.reason()).startsWith("3 steps in ");
        }
    }

    @Test
    void headersAndCredentialsOfTheProbeGoToItsOwnOriginOnly() {
        try (Vendor vendor = shop();
                Vendor other = shop()) {
            HttpLab.open()
                    .run(
                            "url", vendor.url("/"),
                            "headers", Map.of("X-Common", "1"),
                            "auth", Map.of("bearer", Map.of("token", "t-123")),
                            "steps", List.of(Map.of("url", "/login"), Map.of("url", other.url("/login"))));

            assertThat(vendor.requests().getFirst().header("Authorization")).isEqualTo("Bearer t-123");
            assertThat(vendor.requests().getFirst().header("X-Common")).isEqualTo("1");
            assertThat(other.requests().getFirst().header("Authorization")).isNull();
            assertThat(other.requests().getFirst().header("X-Common")).isNull();
        }
    }

    private static Vendor shop() {
        return Vendor.that(request -> switch (URI.create(request.path()).getPath()) {
            case "/login" -> Vendor.json("{\"token\":\"tok+en/1\"}");
            case "/orders" -> Vendor.json("{\"items\":[{\"id\":7}]}");
            case "/orders/7" -> new Vendor.Reply(200, "order 7 of tok+en/1");
            default ->
                new Vendor.Reply(500, "you sent " + URI.create(request.path()).getRawQuery());
        });
    }
}
