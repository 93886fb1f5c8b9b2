package io.bellwether.review;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.score.FactWeight;
import io.bellwether.core.score.FactWeights;
import io.bellwether.core.score.FilingWeight;
import io.bellwether.core.score.FilingWeights;
import io.bellwether.fact.Fact;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The financial events of a period and what they mean. */
final class Filings {

    private static final Map<String, FilingWeight> WEIGHTS =
            FilingWeights.all().stream().collect(toUnmodifiableMap(FilingWeight::signal, Function.identity()));

    /** @param points what it takes from the financial score on its day; 0 for what is information only */
    record Filing(Fact fact, double points, Voices meaning) {}

    private Filings() {}

    /** In the order in which they happened. */
    static Stream<Filing> of(Material material) {
        return Events.of(Dimension.FINANCIAL, material).map(Filings::filing);
    }

    /** Those that take something from the score, the worst first. */
    static List<Filing> worrying(Material material) {
        return of(material)
                .filter(filing -> filing.points() > 0)
                .sorted(Comparator.comparingDouble(Filing::points).reversed())
                .toList();
    }

    private static Filing filing(Fact fact) {
        @Nullable FilingWeight weight = WEIGHTS.get(fact.signal());
        if (weight != null) {
            return new Filing(fact, weight.points(), new Voices(weight.name(), weight.meaning()));
        }
        @Nullable FactWeight told = FactWeights.of(fact.signal());
        return told == null
                ? new Filing(fact, 0, new Voices(fact.signal(), "It published something new."))
                : new Filing(fact, told.points(), new Voices(told.name(), told.meaning()));
    }
}
