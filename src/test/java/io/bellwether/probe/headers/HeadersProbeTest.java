package io.bellwether.probe.headers;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Cause;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.WireResponse;
import io.bellwether.probe.Answers;
import io.bellwether.probe.Verdict;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadersProbeTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final HeadersProbe.Settings SETTINGS =
            new HeadersProbe.Settings(URI.create("https://vendor.example/"));

    @ParameterizedTest(name = "{0}: {1} makes {2} {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Strict-Transport-Security | max-age=15552000                       | hsts | PASS
            Strict-Transport-Security | Max-Age="31536000"; includeSubDomains; preload | hsts | PASS
            Strict-Transport-Security | max-age=15551999                       | hsts | WARN
            Strict-Transport-Security | max-age=0                              | hsts | FAIL
            Strict-Transport-Security | max-age=abc                            | hsts | FAIL
            Strict-Transport-Security | includeSubDomains                      | hsts | FAIL
            Strict-Transport-Security | max-age=1; max-age=31536000            | hsts | FAIL
            X-Unrelated               | 1                                      | hsts | FAIL
            Content-Security-Policy   | default-src 'self'                     | csp  | PASS
            Content-Security-Policy-Report-Only | default-src 'self'           | csp  | WARN
            X-Unrelated               | 1                                      | csp  | FAIL
            X-Content-Type-Options    | NoSniff                                | x-content-type-options | PASS
            X-Content-Type-Options    | sniff                                  | x-content-type-options | FAIL
            X-Unrelated               | 1                                      | x-content-type-options | FAIL
            X-Frame-Options           | SAMEORIGIN                             | x-frame-options | PASS
            X-Frame-Options           | allow-from https://a.example           | x-frame-options | FAIL
            Content-Security-Policy   | frame-ancestors 'none'                 | x-frame-options | PASS
            X-Unrelated               | 1                                      | x-frame-options | FAIL
            Referrer-Policy           | no-referrer, strict-origin             | referrer-policy | PASS
            Referrer-Policy           | strict-origin, unsafe-url              | referrer-policy | FAIL
            X-Unrelated               | 1                                      | referrer-policy | WARN
            Permissions-Policy        | camera=()                              | permissions-policy | PASS
            X-Unrelated               | 1                                      | permissions-policy | WARN
            Cross-Origin-Opener-Policy | same-origin                           | cross-origin-opener-policy | PASS
            X-Unrelated               | 1                                      | cross-origin-resource-policy | WARN
            """)
    void judgesEachHeader(String name, String value, String check, String state) {
        Finding finding = findings(Answers.answer(200, "", name, value)).get("header-" + check);

        assertThat(finding.value()).isEqualTo(state);
        assertThat(finding.key()).isEqualTo("header:https://vendor.example/:" + check);
        assertThat(finding.detail()).containsKeys("evidence", "says", "url");
    }

    @Test
    void strictTransportSecurityMeansNothingOverPlainHttp() {
        WireResponse response = Answers.answer(
                URI.create("http://vendor.example/"), 1, 200, "", "Strict-Transport-Security", "max-age=31536000");

        assertThat(findings(response).get("header-hsts").value()).isEqualTo("NOT_APPLICABLE");
    }

    @ParameterizedTest(name = "status {0} is {1} {2}")
    @CsvSource({
        "200, UP, OK",
        "204, UP, OK",
        "301, UP, OK",
        "404, UP, OK",
        "500, UNKNOWN, UNEXPECTED_STATUS",
        "429, UNKNOWN, BOT_WALL"
    })
    void anyPageThatUsersWouldGetWillDo(int status, Outcome outcome, Cause cause) {
        Verdict verdict = HeadersProbe.judge(SETTINGS, Answers.answer(status, ""), NOW);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.cause()).isEqualTo(cause);
        assertThat(verdict.findings().isEmpty()).isEqualTo(outcome == Outcome.UNKNOWN);
    }

    @Test
    void aWallShowsNothingOfThePage() {
        WireResponse wall = Answers.answer(403, "<title>Just a moment...</title>", "X-Frame-Options", "DENY");

        assertThat(HeadersProbe.judge(SETTINGS, wall, NOW).findings()).isEmpty();
    }

    private static Map<String, Finding> findings(WireResponse response) {
        return HeadersProbe.judge(SETTINGS, response, NOW).findings().stream()
                .collect(Collectors.toMap(Finding::signal, finding -> finding));
    }
}
