package io.bellwether.alert;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import io.bellwether.alert.RuleSettings.Filing;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.score.Advice;
import io.bellwether.core.score.AdviceTable;
import io.bellwether.core.score.FilingWeight;
import io.bellwether.core.score.FilingWeights;
import io.bellwether.fact.Fact;
import io.bellwether.fact.FilingFacts;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code filing-event}: one alert per kind of filing, which lists all of them. */
@Singleton
class FilingRule extends EventRule<Filing> {

    private static final Map<String, FilingWeight> WEIGHTS =
            FilingWeights.all().stream().collect(toMap(FilingWeight::signal, Function.identity()));

    private static final int STEPS_FOR_IT = 2;

    FilingRule(RuleBook book) {
        super(book, BuiltInRule.FILING_EVENT, Filing.class);
    }

    @Override
    Signal signal(Fact fact, ActiveRule<Filing> rule) {
        return FilingFacts.isEvent(fact) && fact.signal().startsWith(FilingJudge.PREFIX)
                ? FilingJudge.judge(fact.signal(), weight(fact), fact.occurredAt(), fact.knownAt(), rule)
                : Signal.NO_DATA;
    }

    @Override
    String key(Fact fact) {
        return fact.signal();
    }

    private static double weight(Fact fact) {
        FilingWeight weight = WEIGHTS.get(fact.signal());
        return weight == null ? 0 : weight.points();
    }

    @Override
    Map<String, Object> facts(List<Fact> filings) {
        Fact newest = filings.getFirst();
        FilingWeight weight = WEIGHTS.get(newest.signal());
        Map<String, Object> facts = new HashMap<>();
        facts.put("signal", newest.signal());
        facts.put("form", weight == null ? newest.signal() : weight.name());
        facts.put("meaning", weight == null ? "It published something of weight." : weight.meaning());
        facts.put("filedOn", date(newest.occurredAt()));
        facts.put("url", newest.source());
        facts.putAll(advice(newest.signal()));
        facts.put("filings", filings.stream().map(FilingRule::filing).toList());
        return facts;
    }

    /** The first steps: all of them are in the vendor's health. */
    private static Map<String, Object> advice(String signal) {
        Advice advice = AdviceTable.of(signal);
        return Map.of(
                "adviceIt",
                advice.it().stream()
                        .limit(STEPS_FOR_IT)
                        .map(Advice.Suggestion::text)
                        .collect(joining(" ")),
                "advice",
                advice.marketing().getFirst().text());
    }

    private static Map<String, Object> filing(Fact fact) {
        return Map.of(
                "date",
                date(fact.occurredAt()),
                "accession",
                String.valueOf(fact.detail().getOrDefault("accession", fact.key())),
                "url",
                fact.source());
    }
}
