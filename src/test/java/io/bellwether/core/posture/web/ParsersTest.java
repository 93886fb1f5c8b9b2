package io.bellwether.core.posture.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParsersTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            max-age=15552000                        | hsts-implemented-max-age-at-least-six-months  | hsts-implemented-max-age-at-least-six-months
            Max-Age="31536000"; includeSubDomains   | hsts-implemented-max-age-at-least-six-months  | hsts-implemented-max-age-at-least-six-months
            max-age = 31536000                      | hsts-implemented-max-age-at-least-six-months  | hsts-header-invalid
            max-age=99999999999999999999            | hsts-implemented-max-age-at-least-six-months  | hsts-implemented-max-age-at-least-six-months
            max-age=15551999; preload               | hsts-implemented-max-age-less-than-six-months | hsts-implemented-max-age-less-than-six-months
            max-age=0                               | hsts-implemented-max-age-less-than-six-months | hsts-implemented-max-age-less-than-six-months
            max-age=31536000; includeSubDomains; includeSubDomains | hsts-header-invalid            | hsts-implemented-max-age-at-least-six-months
            max-age=31536000, max-age=31536000      | hsts-header-invalid                           | hsts-header-invalid
            max-age=12abc                           | hsts-header-invalid                           | hsts-implemented-max-age-less-than-six-months
            max-age=-1                              | hsts-header-invalid                           | hsts-implemented-max-age-less-than-six-months
            includeSubDomains                       | hsts-header-invalid                           | hsts-header-invalid
            ``                                      | hsts-header-invalid                           | hsts-header-invalid
            """)
    void readsStrictTransportSecurity(String header, String documented, String implemented) {
        Pages page = Pages.page().header("strict-transport-security", header);

        assertThat(page.judge(Observatory.five(), "strict-transport-security").resultCode())
                .isEqualTo(documented);
        assertThat(page.judge(Observatory.fiveCompatible(), "strict-transport-security")
                        .resultCode())
                .isEqualTo(implemented);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            same-origin                         | same-origin
            ` same-origin `                     | same-origin
            same-origin; report-to="x"          | same-origin
            same-origin;a;b=1;c=?1;d=:YQ==:;e=x | same-origin
            same-origin;a=-1.5                  | same-origin
            *x/y:z                              | *x/y:z
            Same-Origin                         | Same-Origin
            "same-origin"                       | -
            same-origin, same-origin            | -
            same-origin;                        | -
            same-origin; =x                     | -
            same-origin;a="x                    | -
            same-origin;a=1.2345                | -
            same-origin;A                       | -
            same origin                         | -
            1same                               | -
            ``                                  | -
            """)
    void readsStructuredTokens(String value, @Nullable String token) {
        assertThat(StructuredToken.read(value)).isEqualTo(token);
    }

    @ParameterizedTest(name = "{0} over {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                    | a.example              | true
            a.example             | a.example              | true
            a.example             | a.example/a            | false
            a.example/            | a.example/a/b          | true
            a.example/a/          | a.example/a            | false
            a.example/a/          | a.example/a/b          | true
            a.example/a/          | a.example/b/b          | false
            a.example/%61/        | a.example/a/b          | true
            a.example/%c3%a4b%2f  | a.example/äb%2F        | true
            a.example/a/b         | a.example/%61/c        | false
            a.example/%zz%61      | a.example/%zza         | false
            a.example/%4          | a.example/%            | false
            a.example/%           | a.example/%            | true
            """)
    void aSourceCoversThoseBelowIt(String wide, String narrow, boolean covered) {
        assertThat(SourceOrder.covers(wide, narrow)).isEqualTo(covered);
    }

    @Test
    void noInputMakesAParserFail() {
        Random random = new Random(20_261_123);
        String signs = " ;,'\"=*:/%-.\\?#\t\0äaAzZ09httpsdefault-srcnonenonceunsafe-inlinestrict-dynamicmax-age";
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(80); length > 0; length--) {
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
            Pages page = Pages.page();
            for (String header : new String[] {
                "content-security-policy",
                "strict-transport-security",
                "x-frame-options",
                "referrer-policy",
                "cross-origin-opener-policy",
                "cross-origin-embedder-policy",
                "cross-origin-resource-policy"
            }) {
                page.header(header, text.toString());
            }
            page.header("content-security-policy", text.reverse().toString());
            page.cookie(text.toString(), "page", false, false, text.toString());

            assertThat(Observatory.six().assess(page.evidence()).results()).hasSize(12);
            assertThat(Observatory.sixCompatible().assess(page.evidence()).results())
                    .hasSize(12);
        }
    }

    /** In processor time, so that a busy machine does not count. */
    @Test
    void hostileHeadersAreCutEarly() {
        String[] policies = {
            "default-src " + "a ".repeat(5_000_000),
            "a;".repeat(5_000_000),
            "default-src " + "x/".repeat(5_000_000),
            ",".repeat(10_000_000),
            "default-src 'self',".repeat(3000) + "x",
            "img-src " + "https://a.example/%41 ".repeat(1400) + ", img-src " + "https://a.example/%41 ".repeat(1400),
            ("img-src x" + "/%".repeat(1900) + ",").repeat(15) + "img-src x" + "/%".repeat(1900),
            "img-src x" + "/%".repeat(15_000) + ", img-src x" + "/%/".repeat(7_500) + "%"
        };
        for (int warm = 0; warm < 3; warm++) {
            for (String policy : policies) {
                Pages page = Pages.page().header("content-security-policy", policy);
                PageEvidence evidence = page.evidence();
                long begin = cpu();
                Observatory.five().assess(evidence);
                long spent = cpu() - begin;

                assertThat(warm < 2 || spent < 50_000_000)
                        .as("%d ns for %.20s", spent, policy)
                        .isTrue();
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
