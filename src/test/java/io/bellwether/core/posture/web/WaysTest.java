package io.bellwether.core.posture.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.web.PageEvidence.Chain;
import io.bellwether.core.posture.web.PageEvidence.Hop;
import io.bellwether.core.posture.web.PageEvidence.Preload;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where plain HTTP leads, and what is known of HTTPS. */
class WaysTest {

    private static final Observatory RULES = Observatory.five();

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource({
        "'http://a.example/ https://a.example/', '', redirection-to-https",
        "'http://a.example/ https://a.example/ https://www.a.example/', '', redirection-to-https",
        "'http://a.example/', '', redirection-missing",
        "'http://a.example/ http://a.example/x', '', redirection-not-to-https",
        "'http://a.example/ https://a.example/ http://a.example/y', '', redirection-not-to-https",
        "'http://a.example/ http://www.a.example/ https://www.a.example/', '',"
                + " redirection-not-to-https-on-initial-redirection",
        "'http://a.example/ https://www.a.example/', '', redirection-off-host-from-http",
        "'http://A.example/ HTTPS://a.example/', '', redirection-to-https",
        "'http://a.example/', 'a.example', redirection-all-redirects-preloaded",
        "'http://a.example/ https://b.example/', 'a.example', redirection-off-host-from-http",
        "'http://a.example/ https://!b.example/', '', redirection-invalid-cert",
        "'http://a.example/ https://!a.example/', 'a.example !a.example', redirection-invalid-cert"
    })
    void tellsWhereItLeads(String route, String preloaded, String code) {
        List<Hop> hops = Stream.of(route.split(" ", -1)).map(WaysTest::hop).toList();
        PageEvidence evidence = with(new Chain(hops, false, null), List.of(preloaded.split(" ", -1)));

        assertThat(Pages.judge(RULES, evidence, "redirection").resultCode()).isEqualTo(code);
    }

    @Test
    void nothingIsServedOverPlainHttp() {
        PageEvidence evidence = with(new Chain(List.of(), true, "Refused."), List.of());

        assertThat(Pages.judge(RULES, evidence, "redirection").resultCode())
                .isEqualTo("redirection-not-needed-no-http");
    }

    @Test
    void aWayThatBreaksOffIsUnknown() {
        PageEvidence evidence = with(new Chain(List.of(hop("http://a.example/")), false, "Too late."), List.of());

        assertThat(Pages.judge(RULES, evidence, "redirection").outcome()).isEqualTo(CheckOutcome.UNKNOWN);
        assertThat(Pages.judge(RULES, evidence, "redirection").reason()).isEqualTo("Too late.");
        assertThat(Pages.judge(RULES, with(null, List.of()), "redirection").outcome())
                .isEqualTo(CheckOutcome.UNKNOWN);
    }

    @ParameterizedTest(name = "certificate good: {0}, preloaded: {1}, header: {2}")
    @CsvSource({
        "true, false, true, hsts-implemented-max-age-at-least-six-months",
        "true, false, false, hsts-not-implemented",
        "false, false, true, hsts-invalid-cert",
        "true, true, false, hsts-preloaded",
        "false, true, true, hsts-preloaded"
    })
    void tellsWhetherBrowsersKeepToHttps(boolean good, boolean preloaded, boolean header, String code) {
        Pages pages = Pages.page();
        if (header) {
            pages.header("strict-transport-security", "max-age=31536000");
        }
        Chain secure = new Chain(List.of(new Hop("https://shop.example/", 200, good)), false, null);
        PageEvidence evidence =
                of(pages.evidence(), null, secure, preloaded ? List.of("shop.example") : List.of("other.example"));

        assertThat(Pages.judge(RULES, evidence, "strict-transport-security").resultCode())
                .isEqualTo(code);
    }

    @Test
    void withoutHttpsThereIsNothingToKeepTo() {
        assertThat(Pages.page()
                        .plainly()
                        .judge(RULES, "strict-transport-security")
                        .resultCode())
                .isEqualTo("hsts-not-implemented-no-https");
        PageEvidence doubtful =
                of(Pages.page().plainly().evidence(), null, new Chain(List.of(), false, "Too late."), List.of());
        assertThat(Pages.judge(RULES, doubtful, "strict-transport-security").outcome())
                .isEqualTo(CheckOutcome.UNKNOWN);
    }

    @Test
    void noncesQueriesAndEdgesAreNoChange() {
        PageEvidence one = varying("1");
        PageEvidence other = varying("2");

        assertThat(one).isNotEqualTo(other);
        assertThat(one.steady()).isEqualTo(other.steady());
        assertThat(one.steady().steady()).isEqualTo(one.steady());
        assertThat(varying("1").steady()).isNotEqualTo(Pages.page().evidence().steady());
    }

    @Test
    void headersStayInOrder() {
        List<String> names = List.of("content-type", "z", "server", "y", "referrer-policy", "x", "w", "a");
        Pages page = Pages.page();
        names.stream().skip(1).forEach(name -> page.header(name, "1"));

        assertThat(page.evidence().page().headers().keySet()).containsExactlyElementsOf(names);
        assertThat(page.evidence().steady().page().headers().keySet()).containsExactlyElementsOf(names);
    }

    private static PageEvidence varying(String each) {
        PageEvidence page = Pages.page()
                .header(
                        "content-security-policy",
                        "script-src 'NONCE-" + each + "', report-uri https://r.example/?" + each)
                .header("content-security-policy-report-only", "script-src 'nonce-" + each + "';a")
                .header("via", "1.1 edge-" + each + ".cdn.example")
                .meta("style-src\n'nonce-" + each + "'\r\nhttps://r.example/?" + each + "\ffont-src 'self'")
                .script("https://cdn.example/a.js?" + each, "cdn.example", null)
                .evidence();
        Chain plain = new Chain(List.of(hop("http://a.example/?state=" + each)), false, null);
        return of(page, plain, plain, List.of());
    }

    /** A host with an exclamation mark before it has a bad certificate. */
    private static Hop hop(String url) {
        boolean secure = url.regionMatches(true, 0, "https", 0, 5);
        return new Hop(url.replace("!", ""), 301, secure ? !url.contains("!") : null);
    }

    private static PageEvidence with(@Nullable Chain plain, List<String> preloaded) {
        PageEvidence page = Pages.page().evidence();
        return of(page, plain, page.secure(), preloaded);
    }

    private static PageEvidence of(
            PageEvidence page, @Nullable Chain plain, @Nullable Chain secure, List<String> preloaded) {
        return new PageEvidence(
                page.target(),
                page.observedAt(),
                null,
                plain,
                secure,
                page.page(),
                page.cookies(),
                page.preflight(),
                200,
                new Preload("2026-11-01", false, preloaded));
    }
}
