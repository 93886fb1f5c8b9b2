package io.bellwether.core.posture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.ResultCode;
import io.bellwether.core.posture.catalogue.Assessors;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderChecksTest {

    private static final Observatory RULES = Observatory.six();

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x-content-type-options       | ` NoSniff `                    | x-content-type-options-nosniff
            x-content-type-options       | nosniff, nosniff               | x-content-type-options-header-invalid
            x-content-type-options       | ``                             | x-content-type-options-not-implemented
            x-frame-options              | DENY                           | x-frame-options-sameorigin-or-deny
            x-frame-options              | allow-from https://a.example   | x-frame-options-allow-from-origin
            x-frame-options              | deny, deny                     | x-frame-options-header-invalid
            x-frame-options              | ``                             | x-frame-options-not-implemented
            referrer-policy              | no-referrer                    | referrer-policy-private
            referrer-policy              | Same-Origin                    | referrer-policy-private
            referrer-policy              | strict-origin                  | referrer-policy-private
            referrer-policy              | strict-origin-when-cross-origin | referrer-policy-private
            referrer-policy              | origin                         | referrer-policy-unsafe
            referrer-policy              | origin-when-cross-origin       | referrer-policy-unsafe
            referrer-policy              | unsafe-url                     | referrer-policy-unsafe
            referrer-policy              | no-referrer-when-downgrade     | referrer-policy-unsafe
            referrer-policy              | unsafe-url, no-referrer, new   | referrer-policy-private
            referrer-policy              | no-referrer, unsafe-url        | referrer-policy-unsafe
            referrer-policy              | always                         | referrer-policy-header-invalid
            referrer-policy              | ``                             | referrer-policy-header-invalid
            cross-origin-resource-policy | Same-Origin                    | corp-implemented-with-same-origin
            cross-origin-resource-policy | same-site                      | corp-implemented-with-same-site
            cross-origin-resource-policy | cross-origin                   | corp-implemented-with-cross-origin
            cross-origin-resource-policy | same-origin, same-origin       | corp-header-invalid
            cross-origin-resource-policy | none                           | corp-header-invalid
            cross-origin-opener-policy   | noopener-allow-popups          | coop-implemented-with-noopener-allow-popups
            cross-origin-opener-policy   | same-origin; report-to="x"     | coop-implemented-with-same-origin
            cross-origin-opener-policy   | require-corp                   | coop-header-invalid
            cross-origin-embedder-policy | credentialless                 | coep-implemented-with-credentialless
            cross-origin-embedder-policy | "require-corp"                 | coep-header-invalid
            """)
    void readsAHeader(String header, String value, String code) {
        assertThat(Pages.page().header(header, value).judge(RULES, header).resultCode())
                .isEqualTo(code);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "theme | true | false | Lax | false | cookies-secure-with-httponly-sessions-and-samesite",
                "theme | true | false | - | false | cookies-secure-with-httponly-sessions",
                "theme | false | false | Lax | false | cookies-without-secure-flag",
                "theme | false | false | Lax | true | cookies-without-secure-flag-but-protected-by-hsts",
                "MySession | false | true | Lax | false | cookies-session-without-secure-flag",
                "MySession | false | true | Lax | true | cookies-session-without-secure-flag-but-protected-by-hsts",
                "login | true | false | Lax | false | cookies-session-without-httponly-flag",
                "LOGIN | false | false | Lax | true | cookies-session-without-httponly-flag",
                "XCSRF | true | false | - | false | cookies-anticsrf-without-samesite-flag",
                "csrf-sess | true | false | - | false | cookies-session-without-httponly-flag",
                "theme | true | false | '' | false | cookies-samesite-flag-invalid",
                "theme | true | false | Laxer | false | cookies-samesite-flag-invalid",
                "theme | true | false | NONE | false | cookies-secure-with-httponly-sessions-and-samesite",
                "theme | false | false | none | true | cookies-samesite-flag-invalid",
                "heroku-session-affinity | false | false | - | false | cookies-not-found"
            })
    void readsACookie(
            String name, boolean secure, boolean httpOnly, @Nullable String sameSite, boolean hsts, String code) {
        Pages page = Pages.page().cookie(name, "page", secure, httpOnly, sameSite);
        if (hsts) {
            page.header("strict-transport-security", "max-age=31536000");
        }

        assertThat(page.judge(RULES, "cookies").resultCode()).isEqualTo(code);
    }

    @Test
    void aHeaderThatIsNotReadMayProtectACookie() {
        Pages page = Pages.page().cookie("theme", "page", false, false, "Lax").cut("strict-transport-security");

        assertThat(page.judge(RULES, "cookies").resultCode())
                .isEqualTo("cookies-without-secure-flag-but-protected-by-hsts");
        assertThat(page.plainly().judge(RULES, "cookies").resultCode()).isEqualTo("cookies-without-secure-flag");
    }

    @Test
    void theWorstCookieCounts() {
        CheckResult result = Pages.page()
                .cookie("theme", "page", false, false, null)
                .cookie("sess", "redirect", true, false, null)
                .cookie("fine", "page", true, true, "Lax")
                .judge(RULES, "cookies");

        assertThat(result.resultCode()).isEqualTo("cookies-session-without-httponly-flag");
        assertThat(result.evidence())
                .containsEntry("cookies", 3)
                .containsEntry("cookies-without-secure-flag", List.of("theme"))
                .containsEntry("cookies-session-without-httponly-flag", List.of("sess"));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "204 | - | - | not-implemented",
                "200 | '' | - | not-implemented",
                "405 | * | - | not-implemented",
                "301 | * | - | not-implemented",
                "299 | * | true | implemented-with-public-access",
                "200 | https://bellwether.example | - | implemented-with-restricted-access",
                "200 | https://bellwether.example | false | implemented-with-restricted-access",
                "200 | https://bellwether.example |  True  | implemented-with-universal-access",
                "200 | https://other.example | true | implemented-with-restricted-access"
            })
    void readsAPreflight(int status, @Nullable String origin, @Nullable String credentials, String code) {
        assertThat(Pages.page()
                        .preflight(status, origin, credentials)
                        .judge(RULES, "cross-origin-resource-sharing")
                        .resultCode())
                .isEqualTo("cross-origin-resource-sharing-" + code);
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "/a.js | - | - | sri-not-implemented-but-all-scripts-loaded-from-secure-origin",
                "/a.js | - | sha384-x | sri-implemented-and-all-scripts-loaded-securely",
                "/a.js | - | '' | sri-not-implemented-but-all-scripts-loaded-from-secure-origin",
                "https://shop.example/a.js | shop.example | sha384-x | sri-implemented-and-all-scripts-loaded-securely",
                "http://shop.example/a.js | shop.example | sha384-x | sri-not-implemented-but-all-scripts-loaded-from-secure-origin",
                "https://cdn.example/a.js | cdn.example | sha384-x | sri-implemented-and-external-scripts-loaded-securely",
                "HTTPS://cdn.example/a.js | cdn.example | - | sri-not-implemented-but-external-scripts-loaded-securely",
                "http://cdn.example/a.js | cdn.example | sha384-x | sri-implemented-but-external-scripts-not-loaded-securely",
                "http://cdn.example/a.js | cdn.example | - | sri-not-implemented-and-external-scripts-not-loaded-securely",
                "//shop.example/a.js | - | sha384-x | sri-implemented-but-external-scripts-not-loaded-securely",
                "//shop.example/a.js | - | - | sri-not-implemented-and-external-scripts-not-loaded-securely",
                "///a.js | - | - | sri-not-implemented-but-all-scripts-loaded-from-secure-origin"
            })
    void readsAScript(String source, @Nullable String site, @Nullable String integrity, String code) {
        assertThat(Pages.page()
                        .script(source, site, integrity)
                        .judge(RULES, "subresource-integrity")
                        .resultCode())
                .isEqualTo(code);
    }

    @Test
    void aPageOfWhichOnlyTheBeginIsKnownCanOnlyBeBad() {
        assertThat(Pages.page().cutHtml().judge(RULES, "subresource-integrity").outcome())
                .isEqualTo(CheckOutcome.UNKNOWN);
        assertThat(Pages.page()
                        .cutHtml()
                        .script("//cdn.example/a.js", null, null)
                        .judge(RULES, "subresource-integrity")
                        .outcome())
                .isEqualTo(CheckOutcome.FAIL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"content-security-policy", "x-frame-options", "referrer-policy", "strict-transport-security"})
    void aHeaderThatWasCutIsUnknown(String header) {
        assertThat(Pages.page().cut(header).judge(RULES, header).outcome()).isEqualTo(CheckOutcome.UNKNOWN);
    }

    @Test
    void whatIsShownIsNotCutWithinACharacter() {
        assertThat(Text.shown("x".repeat(298) + "\uD83D\uDE00y")).isEqualTo("x".repeat(298) + "…");
        assertThat(Text.shown("x".repeat(300))).isEqualTo("x".repeat(300));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "200, true",
        "299, true",
        "304, true",
        "399, true",
        "401, true",
        "403, true",
        "199, false",
        "400, false",
        "402, false",
        "404, false",
        "429, false",
        "500, false"
    })
    void gradesTheStatusesThatArePublished(int status, boolean graded) {
        boolean known = RULES.assess(Pages.page().status(status).evidence()).results().stream()
                .anyMatch(result -> result.outcome().known());

        assertThat(known).isEqualTo(graded);
    }

    @Test
    void ruleSetsAreNamedAndWhole() {
        assertThat(Assessors.of(PageEvidence.KIND).stream()
                        .map(each -> each.ruleSet().id()))
                .containsExactly(
                        "http-observatory-5",
                        "http-observatory-5-compatible",
                        "http-observatory-6",
                        "http-observatory-6-compatible");
        for (CheckRule rule : RULES.ruleSet().checks()) {
            assertThat(rule.meaning()).endsWith(".").doesNotContainPattern("\\b(CSP|HSTS|TLS|CORS|header)\\b");
            assertThat(rule.remediation().text().marketing())
                    .startsWith("Ask the vendor ")
                    .doesNotContainPattern("[A-Z]{3}");
            assertThat(rule.reference()).startsWith("https://developer.mozilla.org/");
            assertThat(rule.codes()).extracting(ResultCode::code).doesNotHaveDuplicates();
            assertThat(rule.codes()).allMatch(code -> code.points() == Math.max(0, -code.modifier()) / 2.0);
        }
    }

    @Test
    void everyOneOfTheCodesSaysOneSentence() {
        Stream<String> sentences = RULES.ruleSet().checks().stream()
                .flatMap(rule -> rule.codes().stream())
                .map(ResultCode::says);

        assertThat(sentences).allMatch(says -> says.endsWith(".") && Character.isUpperCase(says.charAt(0)));
    }
}
