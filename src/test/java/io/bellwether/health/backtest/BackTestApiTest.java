package io.bellwether.health.backtest;

import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import io.bellwether.As;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.score.FilingHistories;
import io.bellwether.core.score.RuleSet;
import io.bellwether.fact.Facts;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class BackTestApiTest {

    private static final Instant LATE = Instant.parse("2026-10-01T00:00:00Z");
    private static final String GRAVE = "thresholds.find { it.threshold.figure == 'GRAVE_FILINGS' }.";

    private final VendorRegister vendors;
    private final Facts facts;
    private Vendor vendor;

    BackTestApiTest(VendorRegister vendors, Facts facts) {
        this.vendors = vendors;
        this.facts = facts;
    }

    @BeforeEach
    void register() {
        vendor = vendors.create(NewVendor.named("Replayed " + UUID.randomUUID()));
        List<Finding> filings = FilingHistories.of("10 5.02, 40 3.01, 62 1.02, 75 25-NSE, 95 4.01, 160 1.03").stream()
                .map(event -> Finding.event(
                        Dimension.FINANCIAL, event.signal(), event.key(), event.occurredAt(), event.source(), Map.of()))
                .toList();
        facts.record(vendor.id(), null, filings, LATE);
    }

    /** All of it was learnt in one day years later, but had been published in time. */
    @Test
    void filingsCountFromTheDayTheyWereFiled() {
        backTest("&from=2022-01-01&to=2024-06-30")
                .statusCode(200)
                .contentType("application/json")
                .body("from", equalTo("2022-01-01"))
                .body("to", equalTo("2024-06-30"))
                .body("ruleSet", equalTo(RuleSet.CURRENT))
                .body("vendors", equalTo(1))
                .body("failures.vendor", contains(vendor.slug()))
                .body("failures[0].failedOn", equalTo("2023-08-08"))
                .body(GRAVE + "failures", equalTo(1))
                .body(GRAVE + "hits[0].since", equalTo("2023-05-15"))
                .body(GRAVE + "leastLead", equalTo(85))
                .body(GRAVE + "falseAlarms", empty())
                .body(GRAVE + "falseAlarmsPerYear.toDouble()", closeTo(0, 0))
                .body("thresholds[0].threshold.limit", equalTo(90));
    }

    @Test
    void whatWasNotPublishedCountsFromTheDayWeLearntIt() {
        facts.record(
                vendor.id(),
                null,
                List.of(Finding.state(
                        Dimension.FINANCIAL,
                        "company-strike-off",
                        "company-strike-off",
                        "PROPOSED",
                        Instant.parse("2022-05-01T00:00:00Z"),
                        "https://register",
                        Map.of("since", "2022-05-01"))),
                LATE);

        backTest("&from=2022-01-01&to=2023-04-01")
                .body("failures", empty())
                .body("thresholds[0].hits", empty())
                .body("thresholds[0].falseAlarms", empty());
    }

    @Test
    void isATableAndADrawingToo() {
        backTest("&from=2022-01-01&to=2024-06-30&format=markdown")
                .statusCode(200)
                .contentType(startsWith("text/markdown"))
                .body(containsString("| several grave filings | 1 | 1 | 85 | 85 | 0 |"));
        backTest("&from=2022-01-01&to=2024-06-30&format=csv")
                .contentType(startsWith("text/csv"))
                .body(containsString("several grave filings,1,1,85,85,0,"));
        backTest("&from=2022-01-01&to=2024-06-30&format=svg")
                .contentType(startsWith("image/svg+xml"))
                .body(containsString("failed 2023-08-08"));
    }

    @Test
    void vendorsThatAreGoneCountAsWell() {
        int before =
                As.viewer().get("/api/v1/finance/backtests").then().extract().path("vendors");
        vendors.archive(vendor.slug(), null);

        As.viewer()
                .get("/api/v1/finance/backtests")
                .then()
                .statusCode(200)
                .body("vendors", greaterThanOrEqualTo(before));
    }

    @ParameterizedTest
    @CsvSource({
        "format=xml,       format",
        "from=yesterday,   from",
        "from=1992-12-31,  from",
        "to=2999-01-01,    to",
        "to=-99999-01-01,  to",
        "from=2024-01-02&to=2024-01-01, from",
    })
    void aWrongQuestionIsNamed(String query, String parameter) {
        backTest("&" + query).statusCode(400).body("errors.pointer", contains(parameter));
    }

    @Test
    void aDrawingNeedsSomethingToDraw() {
        backTest("&to=2020-01-01&format=svg").statusCode(400).body("errors.pointer", contains("from"));
    }

    private ValidatableResponse backTest(String query) {
        return As.viewer()
                .get("/api/v1/finance/backtests?vendor=" + vendor.slug() + query)
                .then();
    }
}
