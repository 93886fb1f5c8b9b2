package io.bellwether.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.Redirect;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Answers;
import io.bellwether.probe.Verdict;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionsTest {

    private static final String BODY = """
            {"status":"up","load":0.5,"queue":9,"count":"12","ok":true,"none":null,"big":12345678901234567890,
             "regions":["eu","us"],"parts":[{"name":"api","state":"up","ms":10},{"name":"web","state":"down","ms":9}],
             "object":{"a":1,"b":[1.0]}}""";

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $.status           | EQ       | "up"          | UP
            $.status           | EQ       | "Up"          | DOWN
            $.status           | NE       | "down"        | UP
            $.status           | NE       | "up"          | DOWN
            $.load             | EQ       | 0.50          | UP
            $.queue            | EQ       | 9.0           | UP
            $.queue            | EQ       | "9"           | DOWN
            $.count            | EQ       | "12"          | UP
            $.big              | EQ       | 12345678901234567890 | UP
            $.big              | EQ       | 12345678901234567891 | DOWN
            $.queue            | LT       | 10            | UP
            $.queue            | LT       | 9             | DOWN
            $.queue            | LE       | 9             | UP
            $.queue            | GT       | 8.99          | UP
            $.queue            | GT       | 9             | DOWN
            $.queue            | GE       | 9             | UP
            $.count            | GT       | 9             | UP
            $.count            | LT       | "100"         | UP
            $.status           | GT       | 1             | DOWN
            $.none             | LT       | 1             | DOWN
            $.ok               | EQ       | true          | UP
            $.ok               | EQ       | false         | DOWN
            $.status           | CONTAINS | "u"           | UP
            $.status           | CONTAINS | "x"           | DOWN
            $.regions          | CONTAINS | "eu"          | UP
            $.regions          | CONTAINS | "asia"        | DOWN
            $.queue            | CONTAINS | 9             | DOWN
            $.status           | MATCHES  | "^u.$"        | UP
            $.status           | MATCHES  | "^x"          | DOWN
            $.queue            | MATCHES  | "^[0-9]$"     | UP
            $.none             | EXISTS   |               | UP
            $.missing          | EXISTS   |               | DOWN
            $.missing          | ABSENT   |               | UP
            $.none             | ABSENT   |               | DOWN
            $.missing          | EQ       | 1             | DOWN
            $.missing          | NE       | 1             | DOWN
            $.parts[*].ms      | GT       | 8             | UP
            $.parts[*].ms      | GT       | 9             | DOWN
            $.parts[*].state   | EQ       | "up"          | DOWN
            $.parts[?(@.name=='api')].state | EQ | "up"   | UP
            $.parts[?(@.name=='xyz')].state | EQ | "up"   | DOWN
            $.parts[?(@.name=='xyz')] | ABSENT |          | UP
            $.regions.length() | EQ       | 2             | UP
            $.object           | EQ       | {"b":[1],"a":1.0} | UP
            $.object           | EQ       | {"a":1}       | DOWN
            $.regions          | EQ       | ["eu","us"]   | UP
            $.regions          | EQ       | ["us","eu"]   | DOWN
            """)
    void comparesInJson(String path, String operation, @Nullable String value, Outcome outcome) {
        Map<String, Object> check = value == null
                ? Map.of("path", path, "op", operation)
                : TestJson.json()
                        .map("{\"path\":" + TestJson.json().write(path) + ",\"op\":\"" + operation + "\",\"value\":"
                                + value + "}");

        Verdict verdict = judged(Answers.answer(200, BODY), "json", List.of(check));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(outcome == Outcome.UP ? Cause.OK : Cause.BODY_MISMATCH);
        assertThat(verdict.reason()).endsWith(".");
    }

    @Test
    void saysWhatItFoundAndWhatItWanted() {
        assertThat(reason(Map.of("path", "$.queue", "op", "LT", "value", 5)))
                .isEqualTo("In the body $.queue is 9, not less than 5.");
        assertThat(reason(Map.of("path", "$.status", "op", "EQ", "value", "down")))
                .isEqualTo("In the body $.status is 'up', not 'down'.");
        assertThat(reason(Map.of("path", "$.x", "op", "EXISTS"))).isEqualTo("In the body there is no $.x.");
        assertThat(reason(Map.of("path", "$.parts[*].state", "op", "EQ", "value", "up")))
                .isEqualTo("In the body $.parts[*].state is 'down', not 'up'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "", "{\"a\":", "null"})
    void whatIsNotJsonHasNothingToCompare(String body) {
        Map<String, Object> check = Map.of("path", "$.a", "op", "ABSENT");

        assertThat(judged(Answers.answer(200, body), "json", List.of(check)).reason())
                .isEqualTo("The body is not JSON.");
    }

    @Test
    void aCostlyPatternInAComparisonIsOurs() {
        String body = "{\"a\":\"" + "a".repeat(50_000) + "b\"}";
        Map<String, Object> check = Map.of("path", "$.a", "op", "MATCHES", "value", "(a+)+$");

        assertThat(judged(Answers.answer(200, body), "json", List.of(check)).outcome())
                .isEqualTo(Outcome.UNKNOWN);
    }

    @ParameterizedTest(name = "{0} bytes within {1} and {2}: {3}")
    @CsvSource({"5, 5, 5, UP", "4, 5, , DOWN", "6, , 5, DOWN", "0, 0, 0, UP", "0, 1, , DOWN"})
    void judgesTheSize(int size, @Nullable Integer least, @Nullable Integer most, Outcome outcome) {
        Verdict verdict = judged(Answers.answer(200, "x".repeat(size)), "minBytes", least, "maxBytes", most);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.reason().contains("The body has " + size + " bytes")).isEqualTo(outcome == Outcome.DOWN);
    }

    @Test
    void aBodyTooLargeToBeReadIsTooLargeForAnyLimit() {
        try (Vendor vendor = Vendor.that(_ -> new Vendor.Reply(200, "x".repeat(BodySize.MOST + 1)))) {
            Verdict limited = HttpLab.open().run("url", vendor.url("/"), "maxBytes", 1000);
            Verdict unlimited = HttpLab.open().run("url", vendor.url("/"));

            assertThat(limited.outcome()).isEqualTo(Outcome.DOWN);
            assertThat(limited.reason()).isEqualTo("The body has more than 1000 bytes.");
            assertThat(unlimited.outcome()).isEqualTo(Outcome.UNKNOWN);
        }
    }

    @ParameterizedTest(name = "Location {0} where {1} {2} is wanted: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            https://vendor.example/login | url     | https://vendor.example/login | UP
            /login                       | url     | https://vendor.example/login | UP
            https://vendor.example/login | url     | /login                       | UP
            https://other.example/login  | url     | /login                       | DOWN
            /login?next=%2F              | matches | ^https://vendor\\.example/login\\? | UP
            /logout                      | matches | /login                       | DOWN
            http://[broken               | url     | /login                       | DOWN
                                         | url     | /login                       | DOWN
            """)
    void judgesARedirectThatIsNotFollowed(@Nullable String location, String how, String wanted, Outcome outcome) {
        WireResponse response =
                location == null ? Answers.answer(302, "") : Answers.answer(302, "", "Location", location);

        Verdict verdict = judged(response, "followRedirects", false, "expectRedirect", Map.of(how, wanted));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(outcome == Outcome.UP ? Cause.OK : Cause.HEADER_MISMATCH);
    }

    @Test
    void anExpectedRedirectThatIsNotFollowedIsARightStatusOfItsOwn() {
        Object[] settings = {"followRedirects", false, "expectRedirect", Map.of("url", "/")};

        assertThat(judged(Answers.answer(200, ""), settings).reason()).isEqualTo("Status 200 instead of 300-399.");
        assertThat(judged(Answers.answer(301, "", "Location", "/"), settings).outcome())
                .isEqualTo(Outcome.UP);
    }

    @ParameterizedTest(name = "ending at {0} where {1} is wanted: {2}")
    @CsvSource({
        "https://vendor.example/home, https://vendor.example/home, UP",
        "https://vendor.example/home, https://vendor.example/, DOWN",
        "https://login.example/, https://vendor.example/home, DOWN"
    })
    void judgesWhereFollowedRedirectsEnd(String end, String wanted, Outcome outcome) {
        WireResponse response = Answers.answer(URI.create(end), 1, 200, "");

        assertThat(response.redirects()).isEqualTo(List.<Redirect>of());
        assertThat(judged(response, "expectRedirect", Map.of("url", wanted)).outcome())
                .isEqualTo(outcome);
    }

    private static String reason(Map<String, Object> check) {
        return judged(Answers.answer(200, BODY), "json", List.of(check)).reason();
    }

    private static Verdict judged(WireResponse response, @Nullable Object... settings) {
        return HttpProbe.judge(HttpLab.settings(settings), response);
    }
}
