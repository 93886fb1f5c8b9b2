package io.bellwether.fact.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.As;
import io.bellwether.fact.finance.OutsideCompanies.Company;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The API separates companies that failed from the others exactly as well as the model does. Of made-up companies, or of those
 * in the file given by {@code -Dfinance.windows=…}; prints both figures.
 */
@QuarkusTest
class OutsideCompaniesTest {

    private static final int BATCH = 10_000;

    private final ObjectMapper mapper = new ObjectMapper();

    @ParameterizedTest(name = "{0}")
    @CsvSource({"with_market_value, withMarketValue", "without_market_value, withoutMarketValue"})
    void theBatchAnswerIsAsGoodAsTheModel(String variant, String field) throws IOException {
        String file = System.getProperty("finance.windows");
        List<Company> companies = file == null ? OutsideCompanies.madeUp() : OutsideCompanies.read(Path.of(file));
        PlainScorecard plain = new PlainScorecard(variant);
        double[] ours = answered(companies, field);
        double[] theirs = companies.stream()
                .mapToDouble(company -> plain.score(company.years()))
                .toArray();
        double api = auc(ours, companies);
        double model = auc(theirs, companies);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d companies, %d failed | AUC by the API %.4f | by the model %.4f | difference %.6f |%n",
                variant.replace('_', ' '),
                companies.size(),
                companies.stream().filter(Company::failed).count(),
                api,
                model,
                Math.abs(api - model));

        assertThat(api).isCloseTo(model, within(0.002)).isGreaterThan(0.6);
        assertThat(IntStream.range(0, ours.length)).allMatch(i -> Math.abs(ours[i] - theirs[i]) < 1e-9);
    }

    private double[] answered(List<Company> companies, String field) throws IOException {
        List<Double> scores = new ArrayList<>();
        for (int first = 0; first < companies.size(); first += BATCH) {
            List<Map<String, List<Map<String, Double>>>> batch =
                    companies.subList(first, Math.min(first + BATCH, companies.size())).stream()
                            .map(company -> Map.of("statements", company.years()))
                            .toList();
            byte[] answer = As.viewer()
                    .body(mapper.writeValueAsBytes(Map.of("companies", batch)))
                    .post("/api/v1/finance/assessments")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            for (JsonNode company : mapper.readTree(answer).get("companies")) {
                scores.add(company.at("/score/" + field).asDouble());
            }
        }
        return scores.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** The chance that one that failed scores higher than one that did not; equal scores count half. */
    private static double auc(double[] scores, List<Company> companies) {
        List<Integer> order = IntStream.range(0, scores.length)
                .boxed()
                .sorted((one, other) -> Double.compare(scores[one], scores[other]))
                .toList();
        double ranks = 0;
        for (int from = 0; from < order.size(); ) {
            int to = from;
            while (to < order.size() && scores[order.get(to)] == scores[order.get(from)]) {
                to++;
            }
            double rank = (from + 1 + to) / 2.0;
            ranks += rank
                    * order.subList(from, to).stream()
                            .filter(i -> companies.get(i).failed())
                            .count();
            from = to;
        }
        double failed = companies.stream().filter(Company::failed).count();
        return (ranks - failed * (failed + 1) / 2) / (failed * (companies.size() - failed));
    }
}
