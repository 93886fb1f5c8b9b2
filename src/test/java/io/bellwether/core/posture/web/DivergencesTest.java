package io.bellwether.core.posture.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where the public implementation does not do what its documentation says: each in both readings. */
class DivergencesTest {

    private static final String SHARING = "cross-origin-resource-sharing";
    private static final String HSTS = "strict-transport-security";
    private static final String FRAMES = "x-frame-options";
    private static final String SCRIPTS = "subresource-integrity";

    static Stream<Arguments> divergences() {
        return Stream.of(
                divergence(
                        "the origin that was claimed is forgotten",
                        page -> page.preflight(204, Pages.ORIGIN, "true"),
                        SHARING,
                        SHARING + "-implemented-with-universal-access",
                        SHARING + "-implemented-with-restricted-access"),
                divergence(
                        "a max-age that is no number is long enough",
                        page -> page.header(HSTS, "max-age=abc"),
                        HSTS,
                        "hsts-header-invalid",
                        "hsts-implemented-max-age-at-least-six-months"),
                divergence(
                        "frame-ancestors in a meta element protect",
                        page -> page.meta("default-src 'self'; frame-ancestors 'none'"),
                        FRAMES,
                        "x-frame-options-not-implemented",
                        "x-frame-options-implemented-via-csp"),
                divergence(
                        "frame-ancestors that let anybody in protect",
                        page -> page.header("content-security-policy", "frame-ancestors *")
                                .header(FRAMES, "DENY"),
                        FRAMES,
                        "x-frame-options-not-implemented",
                        "x-frame-options-implemented-via-csp"),
                divergence(
                        "a script without integrity hides one over plain HTTP",
                        page -> page.script("http://cdn.example/a.js", "cdn.example", "sha384-x")
                                .script("https://cdn.example/b.js", "cdn.example", null),
                        SCRIPTS,
                        "sri-implemented-but-external-scripts-not-loaded-securely",
                        "sri-not-implemented-but-external-scripts-loaded-securely"),
                divergence(
                        "of two max-age the last counts",
                        page -> page.header(HSTS, "max-age=31536000; max-age=0"),
                        HSTS,
                        "hsts-header-invalid",
                        "hsts-implemented-max-age-less-than-six-months"),
                divergence(
                        "cookies of robots.txt are not kept",
                        page -> page.cookie("session", "robots", false, false, null),
                        "cookies",
                        "cookies-session-without-secure-flag",
                        "cookies-not-found"),
                divergence(
                        "where reports go is active content",
                        page -> page.header(
                                "content-security-policy", "default-src 'none'; report-uri http://r.example"),
                        "content-security-policy",
                        "csp-implemented-with-no-unsafe-default-src-none",
                        "csp-implemented-with-insecure-scheme"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("divergences")
    void readsItAsDocumentedAndAsImplemented(
            String divergence, UnaryOperator<Pages> change, String check, String documented, String implemented) {
        Pages page = change.apply(Pages.page());

        assertThat(page.judge(Observatory.five(), check).resultCode()).isEqualTo(documented);
        assertThat(page.judge(Observatory.six(), check).resultCode()).isEqualTo(documented);
        assertThat(page.judge(Observatory.fiveCompatible(), check).resultCode()).isEqualTo(implemented);
        assertThat(page.judge(Observatory.sixCompatible(), check).resultCode()).isEqualTo(implemented);
    }

    private static Arguments divergence(
            String divergence, UnaryOperator<Pages> change, String check, String documented, String implemented) {
        return Arguments.of(divergence, change, check, documented, implemented);
    }
}
