package io.bellwether.fact.finance;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Statements handed in over the API. */
@QuarkusTest
class AssessmentsTest {

    private static final String PATH = "/api/v1/finance/assessments";

    /** The twelve companies that whoever fitted the scorecard has published with it. */
    private static final JsonNode VECTORS = vectors();

    @Test
    void givesWhatThoseWhoFittedItGot() {
        JsonPath answer = As.viewer()
                .body(Map.of(
                        "companies",
                        StreamSupport.stream(VECTORS.spliterator(), false)
                                .map(vector -> Map.of("statements", statements(vector)))
                                .toList()))
                .post(PATH)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(VECTORS).hasSize(12);
        for (int i = 0; i < VECTORS.size(); i++) {
            JsonNode expected = VECTORS.get(i);
            String company = "companies[" + i + "].";
            lines(expected.get("inputs"))
                    .forEach((input, value) -> assertThat(answer.getDouble(company + "inputs." + input))
                            .as(company + input)
                            .isCloseTo(value, within(1e-4 * Math.max(1, Math.abs(value)))));
            lines(expected.get("score"))
                    .forEach((variant, value) -> assertThat(answer.getDouble(company + "score." + variant))
                            .as(company + variant)
                            .isCloseTo(value, within(1e-3)));
        }
    }

    @Test
    void contributionsAndInterceptAddUpToTheScore() {
        JsonPath answer = assess(Map.of("statements", statements(VECTORS.get(0))));

        assertThat(sum(answer.getMap("contributions.withMarketValue")) - 0.518135)
                .isCloseTo(answer.getDouble("score.withMarketValue"), within(1e-9));
        assertThat(sum(answer.getMap("contributions.withoutMarketValue")) - 0.176493)
                .isCloseTo(answer.getDouble("score.withoutMarketValue"), within(1e-9));
        assertThat(answer.getDouble("rank.withMarketValue")).isBetween(0.0, 100.0);
        assertThat(answer.getString("about")).contains("says nothing about private companies");
    }

    @Test
    void aLineThatIsAbsentIsUnknownAndNotZero() {
        List<Map<String, Double>> statements = statements(VECTORS.get(0));
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
        List<Map<String, Double>> statements = statements(VECTORS.get(0));
        double marketValue = statements.getLast().remove("marketValue");

        assertThat(assess(Map.of("statements", statements, "marketValue", marketValue))
                        .getDouble("score.withMarketValue"))
                .isCloseTo(0.3803, within(1e-3));
    }

    @Test
    void namesWhatIsWrong() {
        List<Map<String, Double>> statements = statements(VECTORS.get(0));
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
                .jsonPath();
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

    private static List<Map<String, Double>> statements(JsonNode vector) {
        List<Map<String, Double>> statements = new ArrayList<>();
        vector.get("statements").forEach(year -> statements.add(lines(year)));
        return statements;
    }

    /** Numbers by name, as the API writes names. */
    private static Map<String, Double> lines(JsonNode numbers) {
        return new HashMap<>(numbers.propertyStream()
                .collect(toMap(
                        line -> camelCase(line.getKey()),
                        line -> line.getValue().doubleValue())));
    }

    private static String camelCase(String name) {
        String[] words = name.split("_");
        for (int i = 1; i < words.length; i++) {
            words[i] = words[i].substring(0, 1).toUpperCase(Locale.ROOT) + words[i].substring(1);
        }
        return String.join("", words);
    }

    private static JsonNode vectors() {
        try {
            return new ObjectMapper()
                    .readTree(AssessmentsTest.class.getResourceAsStream("/models/distress-scorecard.json"))
                    .get("check_vectors");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
