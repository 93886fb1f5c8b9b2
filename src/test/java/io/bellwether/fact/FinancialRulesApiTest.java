package io.bellwether.fact;

import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.bellwether.As;
import io.bellwether.core.score.FactWeights;
import io.bellwether.core.score.FilingWeights;
import io.bellwether.core.score.RegisterWeights;
import io.bellwether.core.score.RuleSet;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FinancialRulesApiTest {

    @Test
    void theRuleSetOfTheScoresIsPublishedWhole() {
        rules().body("items", hasSize(1))
                .body("items[0].id", equalTo(RuleSet.CURRENT))
                .body("items[0].filings", hasSize(FilingWeights.all().size()))
                .body("items[0].registers", hasSize(RegisterWeights.all().size()))
                .body("items[0].facts", hasSize(FactWeights.all().size()))
                .body("items[0].filings.rationale", everyItem(not(blankOrNullString())));
    }

    @Test
    void itHasTheNumbersThatTheDocumentationTells() {
        rules().body("items[0].filings.find { it.signal == 'filing-8k-2.04' }.points", equalTo(45f))
                .body("items[0].filings.find { it.signal == 'filing-8k-2.04' }.halfLifeDays", equalTo(180))
                .body("items[0].filingsTogether.clusterFactor", equalTo(1.25f))
                .body("items[0].filingsTogether.departuresAtMost", equalTo(15f))
                .body("items[0].registers.find { it.signal == 'company-accounts' }.pointsPerMonth", equalTo(5f))
                .body("items[0].facts.signal", hasItem("layoffs"))
                .body("items[0].observedAtMost", equalTo(30f))
                .body("items[0].parts.values().sum().toDouble()", closeTo(1, 1e-6))
                .body("items[0].index.STRATEGIC.version", equalTo("strategic.1"))
                .body("items[0].caps", hasEntry("bankruptcy-filing", 20));
    }

    private static ValidatableResponse rules() {
        return As.viewer().get("/api/v1/finance/rule-sets").then().statusCode(200);
    }
}
