package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.As;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.Tier;
import io.bellwether.core.score.Trend;
import io.bellwether.fact.Facts;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class PagesTest {

    private static final String HOSTILE = "<script>alert('x')</script>";

    private final SampleFleet sample;
    private final Facts facts;
    private Browser browser;

    PagesTest(SampleFleet sample, Facts facts) {
        this.sample = sample;
        this.facts = facts;
    }

    @BeforeEach
    void startWithAnEmptyFleet() {
        sample.clear();
        browser = Browser.of("OPERATOR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/alerts",
                "/alerts?state=all",
                "/catalogue",
                "/channels",
                "/messages",
                "/silences",
                "/maintenance",
                "/alert-rules",
                "/catalogue?q=nosuchvendor"
            })
    void everyPageHasAnAnswerWhenThereIsNothing(String path) {
        PageRules.check(browser.page(path));
    }

    @Test
    void theEmptyFleetSaysWhatToDoFirst() {
        Document page = browser.page("/");

        assertThat(page.select("main h2").text()).isEqualTo("No vendors yet");
        assertThat(page.select("main a[href=/catalogue]")).isNotEmpty();
    }

    @Test
    void everyPageWithEverythingOnItKeepsTheRules() {
        Vendor vendor = troubled("Cloudy & Sons");
        UUID alert = sample.firing(vendor, "CRITICAL", "HTTP 503", "The shop is closed");
        for (String path : List.of(
                "/",
                "/vendors/" + vendor.slug(),
                "/vendors/" + vendor.slug() + "/security",
                "/vendors/" + vendor.slug() + "/finance",
                "/alerts",
                "/alerts/" + alert)) {
            PageRules.check(browser.page(path));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/vendors/x", "/alerts", "/reviews/01a201fe-47e0-78c1-9df1-0d78124ba567", "/channels"})
    void somebodyUnknownIsLedToTheSignInPageAndBack(String path) {
        var answer = Browser.nobody().get(path);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/sign-in?next=" + path.replace("/", "%2F"));
    }

    @Test
    void nothingFromElsewhereMayBeLoaded() {
        var answer = browser.get("/");

        assertThat(answer.header("Content-Security-Policy"))
                .isEqualTo("default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                        + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.css", "app.js", "favicon.svg"})
    void everybodyMayLoadTheAssets(String name) {
        assertThat(Browser.nobody().get("/assets/" + name).statusCode()).isEqualTo(200);
    }

    @Test
    void theFleetTellsAVendorAtAGlance() {
        Vendor vendor = troubled("Cloudy");
        sample.firing(vendor, "CRITICAL", "HTTP 503", "The shop is closed");

        Element row = browser.page("/").selectFirst("tbody tr");

        assertThat(row.select(".status").text()).isEqualTo("Down");
        assertThat(row.select(".name a").attr("href")).isEqualTo("/vendors/cloudy");
        assertThat(row.select(".index").text()).isEqualTo("60");
        assertThat(row.select("svg.spark path").attr("d")).startsWith("M");
        assertThat(row.select(".score")).hasSize(4);
        assertThat(row.select(".chip").text()).isEqualTo("1 open");
        assertThat(row.select("time").attr("datetime")).endsWith("Z");
    }

    @Test
    void theFleetShowsWhatIsAskedForWorstFirst() {
        troubled("Down and out");
        well("Alpha", Tier.STRATEGIC);
        well("Beta", Tier.STANDARD);

        assertThat(names("/")).containsExactly("Down and out", "Alpha", "Beta");
        assertThat(names("/?sort=-name")).containsExactly("Down and out", "Beta", "Alpha");
        assertThat(names("/?status=down")).containsExactly("Down and out");
        assertThat(names("/?tier=STRATEGIC&status=UP")).containsExactly("Alpha");
        assertThat(names("/?q=BET")).containsExactly("Beta");
        assertThat(names("/?q=nothing")).isEmpty();
    }

    @Test
    void aHostileNameStaysText() {
        Vendor vendor = troubled(HOSTILE);
        UUID alert = sample.firing(vendor, "CRITICAL", HOSTILE, HOSTILE);

        for (String path : List.of(
                "/",
                "/vendors/" + vendor.slug(),
                "/vendors/" + vendor.slug() + "/security",
                "/vendors/" + vendor.slug() + "/finance",
                "/alerts",
                "/alerts/" + alert)) {
            Document page = browser.page(path);
            assertThat(page.text()).contains(HOSTILE);
            assertThat(page.select("main script")).isEmpty();
        }
    }

    @Test
    void theVendorPageTellsEverythingKnown() {
        Vendor vendor = troubled("Cloudy");
        facts.record(
                vendor.id(),
                null,
                List.of(Finding.event(
                        Dimension.FINANCIAL,
                        "filing-8k-1.03",
                        "0001-26-1",
                        Instant.now().minusSeconds(3600),
                        "https://www.sec.gov/filing",
                        Map.of())),
                Instant.now());

        Document page = browser.page("/vendors/cloudy");

        assertThat(page.select(".dimension h3").eachText())
                .containsExactly("Uptime", "Latency", "Security", "Financial");
        assertThat(page.select(".strip.days rect")).hasSize(90);
        assertThat(page.select(".phases rect")).hasSize(5);
        assertThat(page.select("a[href=https://www.sec.gov/filing]")).isNotEmpty();
        assertThat(page.text()).contains("connection refused").contains("every 1 min");
    }

    @Test
    void theVendorPageSpeaksInTheChosenVoiceAndRemembersIt() {
        Vendor vendor = troubled("Cloudy");
        sample.firing(vendor, "CRITICAL", "HTTP 503", "The shop is closed");

        var chosen = browser.get("/vendors/cloudy?lens=marketing");
        var later = browser.request().cookie("bellwether_lens", chosen.cookie("bellwether_lens"));

        assertThat(chosen.asString()).contains("The shop is closed").doesNotContain("HTTP 503");
        assertThat(later.get("/alerts").asString()).contains("The shop is closed");
        assertThat(browser.page("/vendors/cloudy").text()).contains("HTTP 503");
    }

    @Test
    void whatIsSuppressedShowsUntilWhenInsteadOfPoints() {
        Vendor vendor = troubled("Cloudy");
        fails(vendor, "content-security-policy", "csp-not-implemented");
        fails(vendor, "strict-transport-security", "hsts-not-implemented");
        Instant end = Instant.now().plus(Duration.ofDays(30));
        As.owner()
                .body(Map.of(
                        "checkId", "content-security-policy",
                        "reason", "Served by a partner until March.",
                        "expiresAt", end.toString()))
                .post("/api/v1/vendors/cloudy/security/suppressions")
                .then()
                .statusCode(201);

        Document page = browser.page("/vendors/cloudy/security");

        PageRules.check(page);
        assertThat(page.select("#findings li > div:first-child").eachText())
                .satisfiesExactly(
                        counts -> assertThat(counts).contains("−10.0").doesNotContain("suppressed"),
                        suppressed -> assertThat(suppressed)
                                .contains("suppressed until")
                                .doesNotContain("−"));
        assertThat(page.select("#findings .chip:contains(suppressed until) time")
                        .attr("datetime"))
                .startsWith(LocalDate.ofInstant(end, ZoneOffset.UTC).toString());
    }

    @Test
    void whatDoesNotExistIsToldAsAPage() {
        var answer = browser.get("/vendors/nobody");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.contentType()).startsWith("text/html");
        assertThat(answer.asString()).contains("There is no vendor &#39;nobody&#39;.");
        assertThat(browser.get("/?status=BROKEN").statusCode()).isEqualTo(400);
    }

    private void fails(Vendor vendor, String check, String code) {
        String target = "https://cloudy.example";
        facts.record(
                vendor.id(),
                null,
                List.of(Finding.state(
                        Dimension.SECURITY,
                        check,
                        "page:" + target + ":" + check,
                        "FAIL",
                        Instant.now(),
                        target,
                        Map.of("target", target, "ruleSet", "http-observatory-5", "resultCode", code))),
                Instant.now());
    }

    private Vendor troubled(String name) {
        Vendor vendor = sample.vendor(name, Tier.STRATEGIC);
        ConfiguredProbe probe = sample.probe(vendor, "http", Map.of("url", "https://cloudy.example/"));
        sample.history(probe, 40, 12);
        sample.observed(probe, Outcome.DOWN, "connection refused");
        sample.assessed(vendor, 60, 90, 60, Trend.SLIPPING);
        return vendor;
    }

    private void well(String name, Tier tier) {
        Vendor vendor = sample.vendor(name, tier);
        sample.observed(sample.probe(vendor, "http", Map.of("url", "https://well.example/")), Outcome.UP, "200");
        sample.assessed(vendor, 2, 95, 95, Trend.STEADY);
    }

    private List<String> names(String path) {
        return browser.page(path).select("tbody .name a").eachText();
    }
}
