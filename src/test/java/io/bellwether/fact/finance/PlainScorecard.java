package io.bellwether.fact.finance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The distress scorecard once more, read from its table and its definition in {@code docs/models/distress-scorecard.md} as
 * plainly as can be, by nothing that the application uses: two readings that agree are seldom both wrong.
 */
final class PlainScorecard {

    private final JsonNode variant;

    /** @param variant {@code with_market_value} or {@code without_market_value} */
    PlainScorecard(String variant) {
        try {
            this.variant = new ObjectMapper()
                    .readTree(PlainScorecard.class.getResourceAsStream("/models/distress-scorecard.json"))
                    .get("variants")
                    .get(variant);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param years lines by their names in the API, oldest first */
    double score(List<Map<String, Double>> years) {
        Map<String, Double> inputs = inputs(years);
        double score = variant.get("intercept").asDouble();
        for (JsonNode input : variant.get("inputs")) {
            List<Double> knots = new ArrayList<>();
            input.get("knots").forEach(knot -> knots.add(knot.asDouble()));
            double value = inputs.get(input.get("name").asText());
            score += input.get("weight").asDouble() * (percentile(value, knots) - 0.5);
        }
        return score;
    }

    /** Where knots are equal the highest position counts, as the table's check vectors have it. */
    private static double percentile(double value, List<Double> knots) {
        int intervals = knots.size() - 1;
        double position = 0;
        for (int i = 0; i < intervals; i++) {
            double low = knots.get(i);
            double high = knots.get(i + 1);
            if (value >= high) {
                position = (i + 1.0) / intervals;
            } else if (value >= low) {
                position = (i + (value - low) / (high - low)) / intervals;
            }
        }
        return position;
    }

    private static Map<String, Double> inputs(List<Map<String, Double>> years) {
        Map<String, Double> last = years.get(2);
        Map<String, Double> before = years.get(1);
        double ebitda = last.get("ebitda");
        double quick = last.get("currentAssets") - last.get("inventory") - last.get("totalReceivables");
        Map<String, Double> inputs = new HashMap<>();
        inputs.put("me_tl", marketToLiabilities(last));
        inputs.put("tl_ta", divided(last.get("totalLiabilities"), last.get("totalAssets")));
        inputs.put("ebitda_tl", divided(ebitda, last.get("totalLiabilities")));
        inputs.put("quick_cash_cl", divided(quick, last.get("totalCurrentLiabilities")));
        inputs.put("runway_yrs", ebitda < 0 ? divided(quick, -ebitda) : 20);
        inputs.put("ltd_ebitda", ebitda > 0 ? divided(last.get("totalLongTermDebt"), ebitda) : 30);
        inputs.put("ni_ta", divided(last.get("netIncome"), last.get("totalAssets")));
        inputs.put("loss_years", (double)
                years.stream().filter(year -> year.get("netIncome") < 0).count());
        inputs.put(
                "g_sales",
                Math.log(Math.max(last.get("netSales"), 0.01)) - Math.log(Math.max(before.get("netSales"), 0.01)));
        inputs.put("d_me_tl", marketToLiabilities(last) - marketToLiabilities(before));
        inputs.put("vol_ni_ta", deviation(years));
        inputs.put(
                "wc_ta",
                divided(last.get("currentAssets") - last.get("totalCurrentLiabilities"), last.get("totalAssets")));
        return inputs;
    }

    private static double marketToLiabilities(Map<String, Double> year) {
        return Math.log(Math.max(divided(year.get("marketValue"), year.get("totalLiabilities")), 1e-4));
    }

    private static double deviation(List<Map<String, Double>> years) {
        double[] returns = years.stream()
                .mapToDouble(year -> divided(year.get("netIncome"), year.get("totalAssets")))
                .toArray();
        double mean = (returns[0] + returns[1] + returns[2]) / 3;
        double squares = 0;
        for (double value : returns) {
            squares += (value - mean) * (value - mean);
        }
        return Math.sqrt(squares / 3);
    }

    private static double divided(double a, double b) {
        if (Math.abs(b) < 1e-6) {
            return a / (b < 0 ? -1e-6 : 1e-6);
        }
        return a / b;
    }
}
