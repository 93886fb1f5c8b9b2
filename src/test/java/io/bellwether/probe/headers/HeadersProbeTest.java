package io.bellwether.probe.headers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.web.Observatory;
import io.bellwether.core.posture.web.PageEvidence;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.Loopback;
import io.bellwether.platform.egress.Peer;
import io.bellwether.probe.TestSettings;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.courtesy.FreeCourtesy;
import io.bellwether.probe.headers.Site.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadersProbeTest {

    private static final HeadersProbe PROBE = new HeadersProbe(
            new FreeCourtesy(Loopback.closed()),
            new PreloadList(Optional.empty()),
            new PublicSuffixes(Optional.empty()));

    @Test
    void asksFourTimesWherePlainHttpLeadsToThePage() {
        try (Site site = new Site(true, Lab.GOOD)) {
            Verdict verdict = Lab.look(site.settings());

            assertThat(site.requests())
                    .containsExactly("https GET /", "https GET /robots.txt", "https OPTIONS /", "http GET /");
            assertThat(verdict.outcome()).isEqualTo(Outcome.UP);
            assertThat(verdict.findings()).isEmpty();
            assertThat(verdict.reason())
                    .startsWith("Algorithm 5 of the HTTP Observatory gives grade ")
                    .contains("; failed: content-security-policy");
        }
    }

    @Test
    void keepsWhatWasSeen() {
        try (Site site = new Site(true, Lab.GOOD)) {
            site.on(
                    "https",
                    "/",
                    Answer.page("Set-Cookie", "a=secret; Secure", "Server", "nginx")
                            .body("<script src=/a.js?v=1 integrity=x></script>"));
            site.on("https", "/robots.txt", Answer.page("Set-Cookie", "b=1"));
            PageEvidence evidence = Lab.evidence(Lab.look(site.settings()));

            assertThat(evidence.target()).isEqualTo(site.secureUrl(""));
            assertThat(evidence.observedAt()).isEqualTo(Lab.NOW);
            assertThat(evidence.robotsStatus()).isEqualTo(200);
            assertThat(evidence.cookies()).extracting(PageEvidence.Cookie::name).containsExactly("a", "b");
            assertThat(evidence.cookies()).extracting(PageEvidence.Cookie::from).containsExactly("page", "robots");
            assertThat(evidence.toString()).doesNotContain("secret").contains("nginx");
            assertThat(evidence.plain().hops())
                    .extracting(PageEvidence.Hop::url, PageEvidence.Hop::status, PageEvidence.Hop::verified)
                    .containsExactly(tuple(site.plainUrl("/"), 301, null), tuple(site.secureUrl("/"), 200, true));
            assertThat(TestJson.json().read(TestJson.json().write(evidence), PageEvidence.class))
                    .isEqualTo(evidence);
        }
    }

    @Test
    void aPolicyInThePageThatIsLongerThanIsReadCostsNothing() {
        try (Site site = new Site(true, Lab.GOOD)) {
            site.on(
                    "https",
                    "/",
                    Answer.page()
                            .body("<meta http-equiv=Content-Security-Policy content=\"default-src 'self' "
                                    + "https://a.example ".repeat(500) + "\">"));
            PageEvidence evidence = Lab.evidence(Lab.look(site.settings()));

            assertThat(result(evidence, "content-security-policy").outcome()).isEqualTo(CheckOutcome.UNKNOWN);
            assertThat(result(evidence, "x-frame-options").outcome()).isEqualTo(CheckOutcome.UNKNOWN);
            assertThat(result(evidence, "subresource-integrity").outcome()).isEqualTo(CheckOutcome.PASS);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 511})
    void cookiesOfWhatAnswersInPlaceOfRobotsTxtAreNotTheSites(int status) {
        try (Site site = new Site(true, Lab.GOOD)) {
            site.on(
                    "https",
                    "/robots.txt",
                    Answer.page("Set-Cookie", "session=1").status(status));
            PageEvidence evidence = Lab.evidence(Lab.look(site.settings()));

            assertThat(evidence.robotsStatus()).isEqualTo(status);
            assertThat(result(evidence, "cookies").resultCode()).isEqualTo("cookies-not-found");
        }
    }

    @ParameterizedTest(name = "{0} cookies: {2}")
    @CsvSource({"300, 300, FAIL", "301, 300, UNKNOWN"})
    void moreCookiesThanAreReadCostNothing(int sent, int kept, CheckOutcome outcome) {
        try (Site site = new Site(true, Lab.GOOD)) {
            site.on("https", "/", Answer.redirect("/shop").with(cookies(0, 150)))
                    .on("https", "/shop", Answer.page(cookies(150, sent)));
            PageEvidence evidence = Lab.evidence(Lab.look(site.settings()));

            assertThat(evidence.cookies()).hasSize(kept);
            assertThat(result(evidence, "cookies").outcome()).isEqualTo(outcome);
        }
    }

    private static String[] cookies(int from, int to) {
        return IntStream.range(from, to)
                .boxed()
                .flatMap(number -> Stream.of("Set-Cookie", "c" + number + "=1"))
                .toArray(String[]::new);
    }

    private static CheckResult result(PageEvidence evidence, String check) {
        return Lab.result(Observatory.five(), evidence, check);
    }

    @Test
    void whatAPageMakesAnewEachTimeIsNoChange() {
        try (Site site = new Site(true, Lab.GOOD)) {
            PageEvidence first = Lab.evidence(Lab.look(page(site, "1")));
            PageEvidence second = Lab.evidence(Lab.look(page(site, "2")));

            assertThat(first).isNotEqualTo(second);
            assertThat(first.steady()).isEqualTo(second.steady());
            assertThat(Observatory.five().assess(first.steady()))
                    .isEqualTo(Observatory.five().assess(second.steady()));
        }
    }

    private static HeadersProbe.Settings page(Site site, String each) {
        site.on(
                "https",
                "/",
                Answer.page("Content-Security-Policy", "script-src 'nonce-" + each + "'; report-uri /r?id=" + each)
                        .body("<script src=/a.js?v=" + each + "></script>"));
        return site.settings();
    }

    static Stream<Arguments> obstacles() {
        return Stream.of(
                obstacle(
                        "a wall that says so",
                        Cause.BOT_WALL,
                        site -> site.on("https", "/", Answer.page("cf-mitigated", "challenge"))),
                obstacle(
                        "a wall that shows",
                        Cause.BOT_WALL,
                        site -> site.on(
                                "https", "/", Answer.page().status(403).body("<title>Just a moment...</title>"))),
                obstacle(
                        "too many requests",
                        Cause.BOT_WALL,
                        site -> site.on("https", "/", Answer.page().status(429))),
                obstacle(
                        "an error of the server",
                        Cause.UNEXPECTED_STATUS,
                        site -> site.on("https", "/", Answer.page().status(500))),
                obstacle(
                        "an outage",
                        Cause.UNEXPECTED_STATUS,
                        site -> site.on("https", "/", Answer.page().status(503))),
                obstacle(
                        "a page that is not there",
                        Cause.UNEXPECTED_STATUS,
                        site -> site.on("https", "/", Answer.page().status(404))),
                obstacle(
                        "a network to sign in to",
                        Cause.EGRESS,
                        site -> site.on("http", "/", Answer.page().status(511))),
                obstacle(
                        "a hot spot's page",
                        Cause.EGRESS,
                        site -> site.on("http", "/", Answer.page().body("<!-- <WISPAccessGatewayParam> -->"))),
                obstacle(
                        "a connection that breaks off",
                        Cause.CONNECTION_RESET,
                        site -> site.on("https", "/", Answer.page().status(0))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("obstacles")
    void whatIsNotThePageCostsNothing(String obstacle, Cause cause, Consumer<Site> change) {
        try (Site site = new Site(true, Lab.GOOD)) {
            change.accept(site);

            assertUnknown(Lab.look(site.settings()), cause);
        }
    }

    @Test
    void aHotSpotThatLeadsElsewhereCostsNothing() {
        try (Site site = new Site(true, Lab.OF_ANOTHER)) {
            site.on("http", "/", Answer.redirect(site.plainUrl("login.hotel.example", "/sign-in")))
                    .on("http", "/sign-in", Answer.page());

            assertUnknown(Lab.look(site.settings()), Cause.EGRESS);
        }
    }

    @Test
    void aSiteThatDoesNotAnswerCostsNothing() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (Peer silent = Peer.that((_, _) -> over.await());
                Peer silentToo = Peer.that((_, _) -> over.await())) {
            Verdict verdict = Lab.look(
                    new HeadersProbe.Settings(
                            URI.create("https://" + Site.HOST + ":" + silent.port() + "/"),
                            URI.create("http://" + Site.HOST + ":" + silentToo.port() + "/")),
                    Duration.ofMillis(400));

            assertUnknown(verdict, Cause.DEADLINE);
        } finally {
            over.countDown();
        }
    }

    @Test
    void aHeadWithoutEndCostsNothing() throws IOException {
        try (Peer endless = Peer.that((in, out) -> {
            readHead(in);
            out.write("HTTP/1.1 200 OK\r\nContent-Security-Policy: ".getBytes(StandardCharsets.US_ASCII));
            byte[] much = "default-src 'self' ".repeat(1000).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 600; i++) {
                out.write(much);
            }
        })) {
            URI plain = URI.create("http://" + Site.HOST + ":" + endless.port() + "/");

            assertUnknown(Lab.look(new HeadersProbe.Settings(plain, null)), Cause.HEADERS_TOO_LARGE);
        }
    }

    @Test
    void aWallThatOnlyAPreflightMeetsLeavesTheRest() {
        try (Site site = new Site(true, Lab.GOOD)) {
            site.on("https", "OPTIONS", Answer.page().status(429));
            PageEvidence evidence = Lab.evidence(Lab.look(site.settings()));

            assertThat(Lab.result(Observatory.five(), evidence, "cross-origin-resource-sharing")
                            .outcome()
                            .known())
                    .isFalse();
            assertThat(Lab.result(Observatory.five(), evidence, "redirection").resultCode())
                    .isEqualTo("redirection-to-https");
        }
    }

    @Test
    void aForbiddenPageWithoutAWallIsGradedAsPublished() {
        try (Site site = new Site(true, Lab.GOOD)) {
            site.on("https", "/", Answer.page().status(403));

            assertThat(Lab.look(site.settings()).outcome()).isEqualTo(Outcome.UP);
        }
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "https://Shop.example/ | - | https://shop.example | http://shop.example/ | https://Shop.example/",
                "https://shop.example:8443/a?b=1 | - | https://shop.example:8443/a?b=1 | http://shop.example/a?b=1 | https://shop.example:8443/a?b=1",
                "https://shop.example:443 | http://shop.example:8080/ | https://shop.example | http://shop.example:8080/ | https://shop.example:443",
                "http://shop.example/ | - | http://shop.example | http://shop.example/ | https://shop.example/"
            })
    void knowsBothAddressesOfAPage(String url, String plainUrl, String target, String plain, String secure) {
        Twins twins = Twins.of(URI.create(url), plainUrl == null ? null : URI.create(plainUrl));

        assertThat(twins).isEqualTo(new Twins(URI.create(plain), URI.create(secure), target));
    }

    @Test
    void refusesAnotherHostOverPlainHttp() {
        assertThat(TestSettings.faults(PROBE, Map.of("url", "https://a.example/")))
                .isEmpty();
        assertThat(TestSettings.faults(PROBE, Map.of("url", "https://a.example/", "plainUrl", "https://a.example/")))
                .containsExactly("/settings/plainUrl Must begin with http://.");
        assertThat(TestSettings.faults(PROBE, Map.of("url", "https://a.example/", "plainUrl", "http://b.example/")))
                .containsExactly("/settings/plainUrl Must have the same host as url.");
    }

    private static void assertUnknown(Verdict verdict, Cause cause) {
        assertThat(verdict.outcome()).as(verdict.reason()).isEqualTo(Outcome.UNKNOWN);
        assertThat(verdict.cause()).as(verdict.reason()).isEqualTo(cause);
        assertThat(verdict.reason()).endsWith(".");
        for (Observatory rules : Lab.all()) {
            assertThat(Lab.allUnknown(rules.assess(Lab.evidence(verdict)))).isTrue();
        }
    }

    private static Arguments obstacle(String name, Cause cause, Consumer<Site> change) {
        return Arguments.of(name, cause, change);
    }

    private static void readHead(InputStream in) throws IOException {
        byte[] chunk = new byte[4096];
        assertThat(in.read(chunk)).isPositive();
    }
}
