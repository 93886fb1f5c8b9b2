package io.bellwether.fact.finance;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.As;
import io.bellwether.core.finance.filed.Filings;
import io.bellwether.platform.Json;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.hamcrest.Matchers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the API shows of the figures that a vendor filed. */
@QuarkusTest
class StatementsTest {

    private final VendorRegister vendors;
    private final FiledFinance finance;
    private final Jdbi jdbi;
    private final Json json;
    /** Ten digits, which the reader of JSON takes for a long: a smaller number would be an int and equal to no long. */
    private final long cik = ThreadLocalRandom.current().nextLong(3_000_000_000L, 10_000_000_000L);

    private Vendor vendor;

    StatementsTest(VendorRegister vendors, FiledFinance finance, Jdbi jdbi, Json json) {
        this.vendors = vendors;
        this.finance = finance;
        this.jdbi = jdbi;
        this.json = json;
    }

    @BeforeEach
    void register() {
        vendor = vendors.create(NewVendor.named("Statements " + UUID.randomUUID()));
        As.operator()
                .body(Map.of("kind", "filings", "settings", Map.of("cik", "%010d".formatted(cik))))
                .post("/api/v1/vendors/" + vendor.slug() + "/probes")
                .then()
                .statusCode(201);
    }

    @Test
    void showsEachFigureWithItsSource() {
        keep(Filings.steady().by("10-K/A", "2025-04-01").add("us-gaap:Revenues", "2024-01-01/2024-12-31", 141));

        ask().body("statements.cik", Matchers.is(cik), "statements.company", Matchers.is("STEADY INC"))
                .body("statements.refusal", Matchers.nullValue())
                .body("statements.stale", Matchers.is(true))
                .body("statements.years.end", Matchers.contains("2022-12-31", "2023-12-31", "2024-12-31"))
                .body("statements.years[2].figures.netSales.value", Matchers.is(141e6f))
                .body("statements.years[2].figures.netSales.flags", Matchers.contains("RESTATED"))
                .body("statements.years[2].figures.netSales.sources[0].form", Matchers.is("10-K/A"))
                .body("statements.years[2].figures.netSales.sources[0].filed", Matchers.is("2025-04-01"))
                .body("statements.years[2].figures.netSales.sources[0].earlier[0].value", Matchers.is(140e6f))
                .body(
                        "statements.years[2].figures.netSales.sources[0].url",
                        Matchers.startsWith("https://www.sec.gov/Archives/edgar/data/" + cik + "/0000004711"))
                .body("statements.years[2].missing.marketValue", Matchers.notNullValue())
                .body("statements.trailing.end", Matchers.is("2025-03-31"))
                .body("statements.trailing.figures.netIncome.value", Matchers.is(15e6f))
                .body("statements.trailing.figures.netIncome.flags", Matchers.hasItems("DERIVED", "STALE"))
                .body("statements.quarters[0].figures.netSales.value", Matchers.is(40e6f))
                .body("assessment.inputs.tlTa", Matchers.is(0.5f))
                .body("assessment.rank.withoutMarketValue", Matchers.notNullValue())
                .body("assessment.rank.withMarketValue", Matchers.nullValue())
                .body("trailingAssessment", Matchers.nullValue());
    }

    @Test
    void whatItSaysMovesTheScore() {
        keep(Filings.steady());

        assertThat(Optional.ofNullable(finance.evidence(vendor.id(), Instant.parse("2025-06-01T00:00:00Z"))
                        .risk()))
                .hasValueSatisfying(risk -> {
                    assertThat(risk.rank()).isBetween(0.0, 100.0);
                    assertThat(risk.yearEnd()).isEqualTo("2024-12-31");
                    assertThat(risk.freshUntil()).isEqualTo("2025-10-17");
                    assertThat(risk.knownAt()).isEqualTo("2025-02-20T00:00:00Z");
                    assertThat(risk.source()).startsWith("https://www.sec.gov/Archives/edgar/data/" + cik);
                });
        assertThat(Optional.ofNullable(finance.evidence(vendor.id(), Instant.parse("2024-12-31T00:00:00Z"))
                        .risk()))
                .as("the third year was not filed by then")
                .isEmpty();
    }

    /** In whatever order days are asked for, and once a newer file has been read. */
    @Test
    void whatIsKeptOfItHoldsUntilThereIsNews() {
        keep(Filings.steady());
        String today = "2025-06-01T00:00:00Z";

        StatementEvidence evidence = finance.evidence(vendor.id(), Instant.parse(today));
        assertThat(finance.evidence(vendor.id(), Instant.parse("2024-12-31T00:00:00Z")))
                .isNotEqualTo(evidence);
        assertThat(finance.evidence(vendor.id(), Instant.parse(today))).isEqualTo(evidence);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE filer SET facts = ?::json, read_at = '2025-05-04T00:00:00Z' WHERE cik = ?",
                json.write(Filings.steady().without("us-gaap:Assets").facts()),
                cik));
        assertThat(finance.evidence(vendor.id(), Instant.parse(today)).risk()).isNull();
    }

    @Test
    void aFigureThatIsMissingIsNoRisk() {
        keep(Filings.steady().without("us-gaap:DepreciationDepletionAndAmortization"));

        assertThat(Optional.ofNullable(finance.evidence(vendor.id(), Instant.parse("2025-06-01T00:00:00Z"))
                        .risk()))
                .isEmpty();
        ask().body("assessment.rank.withoutMarketValue", Matchers.nullValue())
                .body("assessment.missing", Matchers.hasItem("statements/2/ebitda"));
    }

    @Test
    void aVendorWhoseFiguresNobodyHasReadHasNone() {
        ask().body("statements", Matchers.nullValue()).body("assessment", Matchers.nullValue());
        assertThat(Optional.ofNullable(finance.evidence(vendor.id(), Instant.parse("2025-06-01T00:00:00Z"))
                        .risk()))
                .isEmpty();
    }

    @Test
    void whatItsParentFiledIsNotItsOwn() {
        keep(Filings.steady());

        As.operator()
                .body("""
                        {"entities": [{"role": "PARENT", "name": "Steady Inc", "cik": "%d", "source": "10-K",
                                       "asOf": "2026-01-01"}]}""".formatted(cik))
                .put("/api/v1/vendors/" + vendor.slug() + "/entities")
                .then()
                .statusCode(200);

        ask().body("statements", Matchers.nullValue())
                .body("entities[1].entity.name", Matchers.is("Steady Inc"))
                .body("entities[1].assessment.rank.withoutMarketValue", Matchers.notNullValue());
        assertThat(finance.evidence(vendor.id(), Instant.parse("2025-06-01T00:00:00Z")))
                .isEqualTo(StatementEvidence.NONE);
    }

    private ValidatableResponse ask() {
        return As.viewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/finance")
                .then()
                .statusCode(200);
    }

    private void keep(Filings filings) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO filer (cik, name, report, complete, read_at, facts)
                        VALUES (:cik, 'STEADY INC', '0000004711-25-000004', true, '2025-05-03T00:00:00Z', :facts::json)""")
                .bind("cik", cik)
                .bind("facts", json.write(filings.facts()))
                .execute());
    }
}
