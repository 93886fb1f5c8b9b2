package io.bellwether.fact.finance;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bellwether.core.finance.PercentileScale;
import io.bellwether.core.finance.Scorecard;
import io.bellwether.core.finance.ScorecardInput;
import io.bellwether.platform.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The distress scorecard as it is published; the names of its inputs are ours with underscores. */
@JsonIgnoreProperties(ignoreUnknown = true)
record ScorecardFile(String id, String version, Variants variants) {

    private static final String RESOURCE = "/models/distress-scorecard.json";

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Variants(
            @JsonProperty("with_market_value") Variant withMarketValue,
            @JsonProperty("without_market_value") Variant withoutMarketValue) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Variant(
            double intercept,
            List<Input> inputs,

            @JsonProperty("training_score_percentiles") List<Double> ranks) {

        Scorecard.Variant variant() {
            return new Scorecard.Variant(
                    intercept, inputs.stream().map(Input::term).toList(), new PercentileScale(ranks));
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Input(String name, double weight, List<Double> knots) {

        Scorecard.Term term() {
            return new Scorecard.Term(ScorecardInput.require(camelCase(name)), weight, new PercentileScale(knots));
        }
    }

    static Scorecard read(Json json) {
        try (InputStream file = Objects.requireNonNull(ScorecardFile.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            ScorecardFile read =
                    json.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), ScorecardFile.class);
            return new Scorecard(
                    read.id() + "-" + read.version(),
                    read.variants().withMarketValue().variant(),
                    read.variants().withoutMarketValue().variant());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String camelCase(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("_", -1)) {
            camel.append(
                            camel.isEmpty()
                                    ? word.substring(0, 1)
                                    : word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return camel.toString();
    }
}
