package io.bellwether.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Answers;
import io.bellwether.probe.TextPattern;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.http.HttpProbe.Settings;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProbeTest {

    private static final URI URL = URI.create("https://vendor.example/");

    @ParameterizedTest(name = "status {0} where {1} is right: {2} {3}")
    @CsvSource({
        "200, , UP, OK",
        "204, , UP, OK",
        "299, , UP, OK",
        "301, , DOWN, UNEXPECTED_STATUS",
        "404, , DOWN, UNEXPECTED_STATUS",
        "500, , DOWN, UNEXPECTED_STATUS",
        "403, , DOWN, UNEXPECTED_STATUS",
        "503, , DOWN, UNEXPECTED_STATUS",
        "429, , UNKNOWN, BOT_WALL",
        "429, 429, UP, OK",
        "200, 301, DOWN, UNEXPECTED_STATUS",
        "301, 200-299;301, UP, OK",
        "404, 400-499, UP, OK"
    })
    void judgesTheStatus(int status, @Nullable String right, Outcome outcome, Cause cause) {
        Settings settings = expecting(right == null ? null : Arrays.asList(right.split(";", -1)));

        Verdict verdict = HttpProbe.judge(settings, Answers.answer(status, "hello"));

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.reason()).contains(String.valueOf(status)).endsWith(".");
        assertThat(verdict.detail()).containsEntry("status", status);
        assertThat(verdict.detail().get("bodyBytes")).isEqualTo(outcome.good() ? null : 5);
    }

    @ParameterizedTest(name = "status {0} with ''{1}'' and {2}: {3} is a wall {4}")
    @CsvSource({
        "403, <title>Just a moment...</title>, Server, cloudflare, true",
        "503, please solve this CAPTCHA, Server, x, true",
        "403, x, X-DataDome, protected, true",
        "403, forbidden, Server, nginx, false",
        "404, captcha, Server, nginx, false",
        "200, x, cf-mitigated, challenge, true",
        "202, x, x-amzn-waf-action, captcha, true",
        "200, captcha, Server, nginx, false"
    })
    void knowsAWallWhenItSeesOne(int status, String body, String header, String value, boolean wall) {
        Verdict verdict = HttpProbe.judge(expecting(null), Answers.answer(status, body, header, value));

        assertThat(verdict.cause() == Cause.BOT_WALL).isEqualTo(wall);
        assertThat(verdict.outcome() == Outcome.UNKNOWN).isEqualTo(wall);
    }

    @ParameterizedTest(name = "body ''{0}'' with {1} = {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            all systems go      | contains | systems    | UP
            all systems go      | contains | Systems    | DOWN
            order 4711 done     | matches  | \\d{4}     | UP
            order 4711 done     | matches  | ^\\d{4}$   | DOWN
            {"ok":true}         | path     | $.ok       | UP
            {"ok":false}        | path     | $.ok       | DOWN
            {"ok":null}         | path     | $.ok       | DOWN
            {"ok":0}            | path     | $.ok       | DOWN
            {"ok":""}           | path     | $.ok       | DOWN
            {"ok":"yes"}        | path     | $.ok       | UP
            {"a":[]}            | path     | $.a        | DOWN
            {"a":[{"b":1}]}     | path     | $.a[0].b   | UP
            {"a":[{"b":1}]}     | path     | $.a[?(@.b==2)] | DOWN
            {"a":[{"b":1}]}     | path     | $.a[?(@.b==1)] | UP
            {}                  | path     | $.ok       | DOWN
            [1,2]               | path     | $[1]       | UP
            <html></html>       | path     | $          | DOWN
            {"a":               | path     | $.a        | DOWN
            """)
    void judgesTheBody(String body, String check, String value, Outcome outcome) {
        Settings settings = switch (check) {
            case "contains" -> body(value, null, null);
            case "matches" -> body(null, value, null);
            default -> body(null, null, value);
        };

        Verdict verdict = HttpProbe.judge(settings, Answers.answer(200, body));

        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(outcome == Outcome.UP ? Cause.OK : Cause.BODY_MISMATCH);
        assertThat(verdict.detail().containsKey("bodyStart")).isEqualTo(outcome == Outcome.DOWN);
    }

    @Test
    void aPatternThatWouldTakeForEverIsGivenUp() {
        String body = "a".repeat(50_000) + "b";

        for (String pattern : List.of("(a+)+$", "(a|aa)+$", "(x|a|b)*c")) {
            Verdict verdict = HttpProbe.judge(body(null, pattern, null), Answers.answer(200, body));

            assertThat(verdict.outcome()).as(pattern).isEqualTo(Outcome.UNKNOWN);
            assertThat(verdict.reason()).contains("takes too long");
        }
    }

    @ParameterizedTest(name = "header {0}: {1} gives {2}")
    @CsvSource({"x-env, PROD, OK", "X-Env, stage, HEADER_MISMATCH", "X-Other, prod, HEADER_MISMATCH"})
    void judgesHeaders(String name, String value, Cause cause) {
        Settings settings = HttpLab.settings("expectHeaders", Map.of(name, value));

        assertThat(HttpProbe.judge(settings, Answers.answer(200, "", "X-Env", "prod-eu"))
                        .cause())
                .isEqualTo(cause);
    }

    @ParameterizedTest(name = "{0} ms where {1} is slow: {2}")
    @CsvSource({"499, PT0.5S, UP", "500, PT0.5S, UP", "501, PT0.5S, DEGRADED", "9000, , UP"})
    void judgesTheTime(double millis, @Nullable String degradedAfter, Outcome outcome) {
        Settings settings = HttpLab.settings("degradedAfter", degradedAfter);
        WireResponse response = Answers.answer(URL, millis, 200, "");

        Verdict verdict = HttpProbe.judge(settings, response);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.reason().contains(String.format("%.0f ms", millis))).isEqualTo(outcome == Outcome.DEGRADED);
        assertThat(verdict.phases()).isEqualTo(response.phases());
    }

    @Test
    void whatItSaysWhenAllIsWellDoesNotChangeFromRunToRun() {
        Settings settings = HttpLab.settings("degradedAfter", "PT5S");

        assertThat(HttpProbe.judge(settings, Answers.answer(URL, 1, 200, "")).reason())
                .isEqualTo(HttpProbe.judge(settings, Answers.answer(URL, 999, 200, ""))
                        .reason());
    }

    @Test
    void asksForWhatIsSet() {
        try (Vendor vendor = Vendor.that(_ -> new Vendor.Reply(302, "", "Location", "/elsewhere"))) {
            HttpLab.open()
                    .run(
                            "url",
                            vendor.url("/a?b=c"),
                            "method",
                            "PUT",
                            "headers",
                            Map.of("X-A", "1"),
                            "body",
                            "hi",
                            "followRedirects",
                            false);

            assertThat(vendor.requests()).hasSize(1);
            Vendor.Request request = vendor.requests().getFirst();
            assertThat(request.method()).isEqualTo("PUT");
            assertThat(request.path()).isEqualTo("/a?b=c");
            assertThat(request.header("X-A")).isEqualTo("1");
            assertThat(request.body()).isEqualTo("hi");
        }
    }

    @Test
    void followsRedirectsUnlessToldNotTo() {
        try (Vendor vendor = Vendor.that(request -> request.path().equals("/a")
                ? new Vendor.Reply(302, "", "Location", "/b")
                : new Vendor.Reply(200, "there"))) {
            Verdict verdict = HttpLab.open().run("url", vendor.url("/a"), "bodyContains", "there");

            assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UP);
            assertThat(vendor.requests()).extracting(Vendor.Request::method).containsExactly("GET", "GET");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20", "2xx", "200-", "-299", "299-200", "600", "099", "200 - 299", "200,301"})
    void refusesRangesThatAreNone(String range) {
        assertThat(new StatusRange.Rule().fault(range)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[a", "a{2,1}", "*"})
    void refusesPatternsThatDoNotCompile(String pattern) {
        assertThat(new TextPattern.Compiles().fault(pattern)).startsWith("Is not a regular expression");
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.", "$[", "$.a[?(@.b =~ /(a+)+/)]", "$..["})
    void refusesPathsThatDoNotCompileOrMayTakeForEver(String path) {
        assertThat(new BodyPath.Rule().fault(path)).isNotNull();
    }

    private static Settings expecting(@Nullable List<String> statuses) {
        return HttpLab.settings("expectStatus", statuses);
    }

    private static Settings body(@Nullable String contains, @Nullable String pattern, @Nullable String path) {
        return HttpLab.settings("bodyContains", contains, "bodyMatches", pattern, "jsonPath", path);
    }
}
