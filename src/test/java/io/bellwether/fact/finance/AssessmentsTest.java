package io.bellwether.fact.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Statements handed in over the API. */
@QuarkusTest
class AssessmentsTest {

    private static final String PATH = "/api/v1/finance/assessments";

    @Test
    void givesWhatThoseWhoFittedItGot() {
        JsonPath answer = assess(Map.of(
                "companies",
                CheckVectors.ALL.stream()
                        .map(vector -> Map.of("statements", vector.statements()))
                        .toList()));

        assertThat(CheckVectors.ALL).hasSize(12);
        for (int i = 0; i < CheckVectors.ALL.size(); i++) {
            CheckVectors.Vector expected = CheckVectors.ALL.get(i);
            String company = "companies[" + i + "].";
            expected.inputs()
                    .forEach((input, value) -> assertThat(answer.getDouble(company + "inputs." + input))
                            .as(company + input)
                            .isCloseTo(value, within(1e-4 * Math.max(1, Math.abs(value)))));
            expected.scores().forEach((variant, value) -> {
                double score = answer.getDouble(company + "score." + variant);
                System.out.printf(
                        Locale.ROOT, "| %s%s | published %.4f | answered %.4f |%n", company, variant, value, score);
                assertThat(score).as(company + variant).isCloseTo(value, within(1e-3));
            });
        }
    }

    @Test
    void contributionsAndInterceptAddUpToTheScore() {
        JsonPath answer = assess(Map.of("statements", statements()));

        assertThat(sum(answer.getMap("contributions.withMarketValue")) - 0.518135)
                .isCloseTo(answer.getDouble("score.withMarketValue"), within(1e-9));
        assertThat(sum(answer.getMap("contributions.withoutMarketValue")) - 0.176493)
                .isCloseTo(answer.getDouble("score.withoutMarketValue"), within(1e-9));
        assertThat(answer.getDouble("rank.withMarketValue")).isBetween(0.0, 100.0);
        assertThat(answer.getString("about")).contains("says nothing about private companies");
    }

    @Test
    void aLineThatIsAbsentIsUnknownAndNotZero() {
        List<Map<String, Double>> statements = statements();
        statements.forEach(year -> year.remove("marketValue"));
        statements.getLast().put("ebitda", null);

        JsonPath answer = assess(Map.of("statements", statements));

        assertThat(answer.<Object>get("inputs.meTl")).isNull();
        assertThat(answer.<Object>get("inputs.ebitdaTl")).isNull();
        assertThat(answer.<Object>get("score.withMarketValue")).isNull();
        assertThat(answer.<Object>get("score.withoutMarketValue")).isNull();
        assertThat(answer.getList("missing"))
                .contains("statements/1/marketValue", "statements/2/marketValue", "statements/2/ebitda");
        assertThat(answer.getList("formulas.altmanZ.missing")).containsExactly("statements/2/marketValue");
    }

    @Test
    void takesTheMarketValueOfTheLastYearBesideTheStatements() {
        List<Map<String, Double>> statements = statements();
        double marketValue = statements.getLast().remove("marketValue");

        assertThat(assess(Map.of("statements", statements, "marketValue", marketValue))
                        .getDouble("score.withMarketValue"))
                .isCloseTo(0.3803, within(1e-3));
    }

    @Test
    void aBaseRateMakesProbabilities() {
        JsonPath answer = assess(Map.of("statements", statements(), "baseRate", 0.033));

        assertThat(answer.getDouble("probability.withMarketValue"))
                .isCloseTo(
                        1 / (1 + Math.exp(-answer.getDouble("score.withMarketValue") - Math.log(0.033 / 0.967))),
                        within(1e-9));
        assertThat(assess(Map.of("statements", statements())).<Object>get("probability.withMarketValue"))
                .isNull();
    }

    @Test
    void theMarketGivesADistanceToDefault() {
        Map<String, Object> market = new HashMap<>(
                Map.of("equity", 100, "volatility", 0.4, "pastReturn", 0.1, "shortTermDebt", 20, "longTermDebt", 60));

        assertThat(assess(Map.of("statements", statements(), "market", market)).getDouble("distanceToDefault.distance"))
                .isCloseTo(3.626758, within(1e-6));
        market.putAll(Map.of("shortTermDebt", 0, "longTermDebt", 0));
        assertThat(assess(Map.of("statements", statements(), "market", market)).<Object>get("distanceToDefault"))
                .isNull();
    }

    @Test
    void cashIsToldAsContext() {
        List<Map<String, Double>> statements = statements();
        statements.getLast().putAll(Map.of("cash", 30.0, "operatingCashFlow", -15.0, "capitalExpenditure", 5.0));

        JsonPath answer = assess(Map.of("statements", statements));

        assertThat(answer.getDouble("cash.runwayYears")).isEqualTo(1.5);
        assertThat(answer.getDouble("cash.freeCashFlow")).isEqualTo(-20);
        assertThat(answer.<Object>get("cash.netRevenueRetention")).isNull();
    }

    @Test
    void tenThousandCompaniesAreAnsweredInTheirOrder() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        List<Object> companies = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            List<Map<String, Double>> statements = statements();
            statements.getLast().put("netRevenueRetention", (double) i);
            companies.add(Map.of("statements", statements));
        }
        byte[] body = mapper.writeValueAsBytes(Map.of("companies", companies));
        assertThat(body.length).isGreaterThan(10_000_000);

        byte[] answer = As.viewer()
                .body(body)
                .post(PATH)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        JsonNode answers = mapper.readTree(answer).get("companies");
        assertThat(answers).hasSize(10_000);
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).at("/cash/netRevenueRetention").asInt()).isEqualTo(i);
        }
        companies.add(companies.getFirst());
        As.viewer()
                .body(mapper.writeValueAsBytes(Map.of("companies", companies)))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors[0].detail", equalTo("Give between 1 and 10000 companies."));
    }

    @Test
    void aBodyOfThirtyThreeMegabytesIsRefused() {
        As.viewer()
                .body(new byte[33 * 1024 * 1024])
                .post(PATH)
                .then()
                .statusCode(413)
                .body("detail", equalTo("The body may have at most 33554432 bytes."));
    }

    @Test
    void namesWhatIsWrong() {
        List<Map<String, Double>> statements = statements();
        statements.get(1).put("turnover", 1.0);

        assertThat(refused(Map.of("statements", statements)))
                .singleElement()
                .asString()
                .startsWith("/statements/1/turnover There is no such line; there are currentAssets, ");
        assertThat(refused(Map.of("statements", statements.subList(0, 2))))
                .containsExactly("/statements Give the statements of 3 years, oldest first.");
        assertThat(refused(Map.of("companies", List.of(Map.of("statements", statements.subList(0, 2))))))
                .containsExactly("/companies/0/statements Give the statements of 3 years, oldest first.");
        assertThat(refused(Map.of("companies", List.of())))
                .containsExactly("/companies Give between 1 and 10000 companies.");
        assertThat(refused(Map.of("companies", Collections.singletonList(null))))
                .containsExactly("/companies/0 Must be a company.");
        assertThat(refused(Map.of("statements", statements.subList(0, 2), "baseRate", 1)))
                .containsExactly(
                        "/statements Give the statements of 3 years, oldest first.",
                        "/baseRate Must be above 0 and below 1; 0.02 is 2 %.");
        assertThat(refused(Map.of("statements", statements(), "marketValue", -1, "market", Map.of("equity", 1))))
                .containsExactly(
                        "/marketValue Must be between 0 and 1e9, in millions of US dollars.",
                        "/market/volatility Must be between 0.0 and 20.0.",
                        "/market/pastReturn Must be between -1.0 and 20.0.",
                        "/market/shortTermDebt Must be between 0.0 and 1.0E9.",
                        "/market/longTermDebt Must be between 0.0 and 1.0E9.");
        assertThat(refused(Map.of("companies", List.of(), "marketValue", 1)))
                .containsExactly(" Give either 'companies' or 'statements'.");
        assertThat(refused(Map.of("statements", List.of(Map.of("ebit", "much"), Map.of(), Map.of()))))
                .singleElement()
                .asString()
                .startsWith("/statements/0/ebit ");
    }

    private static JsonPath assess(Map<String, Object> request) {
        return As.viewer()
                .body(request)
                .post(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath(JsonPathConfig.jsonPathConfig().numberReturnType(NumberReturnType.DOUBLE));
    }

    private static List<String> refused(Map<String, Object> request) {
        List<Map<String, String>> errors = As.viewer()
                .body(request)
                .post(PATH)
                .then()
                .statusCode(400)
                .extract()
                .jsonPath()
                .getList("errors");
        return errors.stream()
                .map(error -> error.get("pointer") + " " + error.get("detail"))
                .toList();
    }

    private static double sum(Map<String, Number> contributions) {
        return contributions.values().stream().mapToDouble(Number::doubleValue).sum();
    }

    /** The lines of the first, to be changed. */
    private static List<Map<String, Double>> statements() {
        return CheckVectors.ALL.getFirst().statements().stream()
                .<Map<String, Double>>map(HashMap::new)
                .toList();
    }
}
