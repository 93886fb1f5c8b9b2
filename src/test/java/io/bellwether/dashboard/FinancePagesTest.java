package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.As;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Tier;
import io.bellwether.core.finance.ScorecardInput;
import io.bellwether.core.finance.filed.Filings;
import io.bellwether.core.finance.filed.Flag;
import io.bellwether.core.score.FilingState;
import io.bellwether.core.score.Trend;
import io.bellwether.fact.Facts;
import io.bellwether.platform.Json;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jdbi.v3.core.Jdbi;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class FinancePagesTest {

    private static final String PAGE = "/vendors/cloudy/finance";
    private static final String STEADY_YEARS = """
            fiscalYearEnd,2023-12-31,2024-12-31,2025-12-31
            source,Annual report,Annual report,Annual report
            totalAssets,100,110,120
            totalLiabilities,50,52,54
            currentAssets,60,62,64
            totalCurrentLiabilities,30,31,32
            inventory,1,1,1
            totalReceivables,10,11,12
            netIncome,5,6,7
            ebitda,12,13,14
            netSales,90,100,111
            totalLongTermDebt,10,9,8
            operatingCashFlow,8,9,-12
            capitalExpenditure,1,1,2
            cash,40,41,42
            """;

    private final SampleFleet sample;
    private final Facts facts;
    private final Jdbi jdbi;
    private final Json json;
    private Browser browser;
    private Vendor vendor;

    FinancePagesTest(SampleFleet sample, Facts facts, Jdbi jdbi, Json json) {
        this.sample = sample;
        this.facts = facts;
        this.jdbi = jdbi;
        this.json = json;
    }

    @BeforeEach
    void startWithOneVendor() {
        sample.clear();
        browser = Browser.of("OPERATOR");
        vendor = sample.vendor("Cloudy", Tier.STRATEGIC);
    }

    @Test
    void ofAVendorNobodyWatchesItSaysWhatToDo() {
        Document page = browser.page(PAGE);

        PageRules.check(page);
        assertThat(page.select("#score").text())
                .contains("Insufficient data: ", "neither good nor bad", "filings", "companies-house", "lei")
                .contains("ask the vendor for three years of statements");
        assertThat(page.select("#score a").attr("href")).isEqualTo("#stated");
        assertThat(page.select("#entities .chip").eachText()).containsExactly("Contracting", "rated");
        assertThat(page.select("#state, #statements, #scorecard, #context")).isEmpty();
        assertThat(browser.page("/vendors/cloudy").select("main a[href=" + PAGE + "]"))
                .isNotEmpty();
    }

    @Test
    void aBankruptcyIsToldFirstInTheVoiceOfTheReader() {
        file("filing-8k-1.03", 10);
        file("filing-8k-5.01", 400);

        Document page = browser.page(PAGE);

        PageRules.check(page);
        assertThat(page.select("#state").hasClass("bad")).isTrue();
        assertThat(page.select("#state").text())
                .startsWith("In bankruptcy proceedings.")
                .contains("proceedings are open");
        assertThat(browser.page(PAGE + "?lens=marketing").select("#state").text())
                .contains("a court decides about its future");
        assertThat(page.select("#events tbody tr").eachText())
                .satisfiesExactly(
                        counting -> assertThat(counting).contains("95", "365 days"),
                        other -> assertThat(other).contains("for information"));
        assertThat(page.select("#events a[href^=https://www.sec.gov/filing-8k-1.03]"))
                .hasSize(1);
    }

    @Test
    void aRegistersEntryShowsWhatItTakesAndUnknownWhatItIs() {
        register("company-accounts", "OVERDUE");
        register("company-confirmation", "UNKNOWN");

        Document page = browser.page(PAGE);

        PageRules.check(page);
        assertThat(page.select("#registers tbody tr").eachText())
                .anySatisfy(row -> assertThat(row).contains("Company accounts", "OVERDUE", "20"))
                .anySatisfy(row -> assertThat(row).contains("Company confirmation", "UNKNOWN", "–"));
    }

    @Test
    void whatItFiledIsShownWithFlagsAndSources() {
        long cik = ThreadLocalRandom.current().nextLong(1, 10_000_000_000L);
        sample.probe(vendor, "filings", Map.of("cik", String.valueOf(cik)));
        Filings filings =
                Filings.steady().by("10-K/A", "2025-04-01").add("us-gaap:Revenues", "2024-01-01/2024-12-31", 141);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO filer (cik, name, report, complete, read_at, facts)
                        VALUES (:cik, 'STEADY INC', '1', true, now(), :facts::json)""")
                .bind("cik", cik)
                .bind("facts", json.write(filings.facts()))
                .execute());

        Document page = browser.page(PAGE);

        PageRules.check(page);
        assertThat(page.select("#statements > .scroll thead th").eachText())
                .containsExactly(
                        "Line",
                        "Year to 31 Dec 2022",
                        "Year to 31 Dec 2023",
                        "Year to 31 Dec 2024",
                        "Twelve months to 31 Mar 2025");
        assertThat(page.select("#statements tr:has(th:contains(Net sales)) td").eachText())
                .anySatisfy(cell -> assertThat(cell).isEqualTo("$141 m Restated"));
        assertThat(page.select("#statements td a").eachAttr("href"))
                .isNotEmpty()
                .allMatch(link -> link.startsWith("https://www.sec.gov/Archives/edgar/data/" + cik));
        assertThat(page.select("#statements").text()).contains("stale", "Derived: computed of several figures");
        assertThat(page.select("#scorecard").text()).contains("It says nothing about private companies", "of 100");
        assertThat(page.select("#scorecard svg rect")).hasSize(10);
        assertThat(page.select("#context td").text()).contains("Snowflake at -2.71 with $0.8bn of operating cash flow");
    }

    @Test
    void statementsThatAreSentAreAssessed() {
        Response answer = send("statements.CSV", STEADY_YEARS.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith(PAGE + "#stated");
        Document page = browser.page(PAGE);
        PageRules.check(page);
        assertThat(page.select("#stated tr:has(th:contains(Total assets)) td").eachText())
                .containsExactly("$100 m", "$110 m", "$120 m");
        assertThat(page.select("#stated").text())
                .contains("Annual report", "entered by Ada Lovelace", "confidence 50 %");
        assertThat(page.select("#scorecard header .chip").text()).isEqualTo("Stated");
        assertThat(page.select("#context").text()).contains("−$14.00 m", "3.0 years");
        assertThat(page.select(".verdict").text()).contains("Cash lasts 3.0 years", "Stated");
    }

    @Test
    void whatIsWrongWithAFileIsToldByRowAndCell() {
        Response answer = send(
                "statements.csv",
                STEADY_YEARS.replace("netIncome,5", "netIncome,about 5").getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        Document page = Jsoup.parse(answer.asString());
        PageRules.check(page);
        assertThat(page.select("#refused").attr("role")).isEqualTo("alert");
        assertThat(page.select("#refused tbody td").eachText())
                .satisfiesExactly(
                        sheet -> assertThat(sheet).isEqualTo("–"),
                        row -> assertThat(row).isEqualTo("9"),
                        cell -> assertThat(cell).isEqualTo("B9"),
                        detail -> assertThat(detail).contains("'about 5' is not a number"));
        assertThat(browser.page(PAGE).select("#stated tbody tr")).isEmpty();
    }

    @Test
    void whatIsNoTableIsToldInOneSentence() {
        Response answer = send("statements.xlsx", "hello".getBytes(StandardCharsets.UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.asString()).select("#refused").text()).startsWith("Nothing was saved.");
        assertThat(send("statements.csv", new byte[0]).statusCode()).isEqualTo(400);
    }

    @Test
    void onlyWhoMayEnterStatementsHasTheForm() {
        Browser viewer = Browser.of("VIEWER");

        assertThat(viewer.page(PAGE).select("form[enctype]")).isEmpty();
        assertThat(viewer.page(PAGE).select("a[href$=template?format=xlsx]")).hasSize(1);
        assertThat(viewer.request()
                        .multiPart("formKey", viewer.formKey())
                        .multiPart("file", "a.csv", STEADY_YEARS.getBytes(StandardCharsets.UTF_8), "text/csv")
                        .post(PAGE + "/statements")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aFormOfAnotherSiteIsRefused() {
        assertThat(browser.request()
                        .multiPart("formKey", "0".repeat(64))
                        .multiPart("file", "a.csv", STEADY_YEARS.getBytes(StandardCharsets.UTF_8), "text/csv")
                        .post(PAGE + "/statements")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.page(PAGE).select("#stated tbody tr")).isEmpty();
    }

    @Test
    void thoseBehindAVendorAreShownAndTheOneThatWasFoundIsSuggested() {
        As.operator().body("""
                        {"entities": [{"role": "PARENT", "name": "Sky AG", "cik": "5678", "source": "10-K", "asOf": "2026-01-01"}]}""").put("/api/v1/vendors/cloudy/entities").then().statusCode(200);
        ConfiguredProbe parents = sample.probe(vendor, "filings", Map.of("cik", "5678"));
        record(parents, event("filing-8k-1.03", 10));
        record(null, state("legal-entity-parent", "HWUPKR0MPOU8FGXBT394", Map.of("name", "Heaven SE")));

        Document page = browser.page(PAGE);

        PageRules.check(page);
        assertThat(page.select("#entities li").eachText())
                .satisfiesExactly(
                        own -> assertThat(own).contains("Cloudy", "Contracting", "rated"),
                        parent -> assertThat(parent).contains("Sky AG", "Parent", "insolvent since", "−20", "CIK 5678"),
                        found -> assertThat(found)
                                .contains("Heaven SE", "suggested as Parent", "Nobody has confirmed it"));
        assertThat(page.select("#state")).isEmpty();
        assertThat(page.select("#events tbody tr")).isEmpty();
    }

    @Test
    void theHistoryIsDrawnWithWhatIsGoodEnough() {
        sample.assessed(vendor, 60, 90, 60, Trend.SLIPPING);

        Document page = browser.page(PAGE);

        assertThat(page.select("#history svg.plot").attr("aria-label")).contains("Good enough from 75");
        assertThat(page.select("#history svg.plot path.line").attr("d")).contains("M");
        assertThat(page.select("#history svg.plot path.floor").attr("d")).startsWith("M0 40H");
        assertThat(page.select("#history").text()).contains("No slip.");
    }

    @Test
    void aSlipIsMarkedWithItsBeginAndWhereItLeads() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        slipping(today);

        Document page = browser.page(PAGE);

        PageRules.check(page);
        assertThat(page.select("#history svg.plot path.begin").attr("d")).startsWith("M");
        assertThat(page.select("#history dl").text()).contains("Usual before", "Good enough from", "75");
    }

    @ParameterizedTest
    @EnumSource
    void everyStateAndFlagAndInputHasItsWords(FilingState.Kind kind) {
        assertThat(FinanceWords.state(kind)).isNotBlank();
        assertThat(Arrays.stream(Flag.values()).map(FinanceWords::flag)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(ScorecardInput.values()).map(ScorecardInput::key))
                .allSatisfy(key -> assertThat(FinanceWords.input(key)).isNotEqualTo(key));
    }

    /** A year at 90, and twenty weeks at 70, by the rules of now. */
    private void slipping(LocalDate today) {
        String ruleSet = As.viewer().get("/api/v1/vendors/cloudy/health").path("ruleSet");
        for (int back = 500; back >= 1; back--) {
            int index = (back > 140 ? 90 : 70) + back % 3;
            insert(today.minusDays(back), index, ruleSet);
        }
        register("company-status", "DISSOLVED");
    }

    private void insert(LocalDate day, int index, String ruleSet) {
        jdbi.useHandle(handle -> handle.execute(
                """
                INSERT INTO health_snapshot (vendor_id, day, as_of, index, underlying, financial, grade, trend, confidence, rule_set,
                       scope, health)
                VALUES (?, ?, ?, ?, ?, ?, 'B', 'STEADY', 1, ?, health_scope(?, now()), '{}')""",
                vendor.id(),
                day,
                day.atStartOfDay(ZoneOffset.UTC).toInstant(),
                index,
                index,
                index,
                ruleSet,
                vendor.id()));
    }

    private Response send(String name, byte[] file) {
        return browser.request()
                .multiPart("formKey", browser.formKey())
                .multiPart("file", name, file, "application/octet-stream")
                .post(PAGE + "/statements");
    }

    private void file(String signal, int daysAgo) {
        record(null, event(signal, daysAgo));
    }

    private void register(String signal, String value) {
        record(null, state(signal, value, Map.of()));
    }

    private void record(ConfiguredProbe probe, Finding finding) {
        facts.record(vendor.id(), probe == null ? null : probe.id(), List.of(finding), Instant.now());
    }

    private static Finding event(String signal, int daysAgo) {
        Instant at = Instant.now().minus(Duration.ofDays(daysAgo));
        return Finding.event(Dimension.FINANCIAL, signal, signal, at, "https://www.sec.gov/" + signal, Map.of());
    }

    private static Finding state(String signal, String value, Map<String, Object> detail) {
        return Finding.state(
                Dimension.FINANCIAL, signal, signal, value, Instant.now(), "https://register.example", detail);
    }
}
