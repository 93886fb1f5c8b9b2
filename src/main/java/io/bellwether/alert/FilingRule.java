package io.bellwether.alert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import io.bellwether.alert.RuleSettings.Filing;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.score.FilingWeight;
import io.bellwether.core.score.FilingWeights;
import io.bellwether.fact.Fact;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code filing-event}: one alert per kind of filing, which lists all of them. */
@Singleton
class FilingRule implements FactRule {

    private static final Map<String, FilingWeight> WEIGHTS =
            FilingWeights.all().stream().collect(toMap(FilingWeight::signal, Function.identity()));

    private final RuleBook book;

    FilingRule(RuleBook book) {
        this.book = book;
    }

    @Override
    public List<Evidence> judge(List<Fact> facts, Map<Subject, StoredEpisode> open) {
        return book.active(BuiltInRule.FILING_EVENT, Filing.class)
                .map(rule -> judge(facts, rule))
                .orElse(List.of());
    }

    private static List<Evidence> judge(List<Fact> facts, ActiveRule<Filing> rule) {
        return facts.stream()
                .filter(fact -> fact.value() == null && fact.signal().startsWith(FilingJudge.PREFIX))
                .filter(fact -> signal(fact, rule) instanceof Signal.Bad)
                .collect(groupingBy(Fact::signal))
                .values()
                .stream()
                .map(filings -> evidence(newestFirst(filings), rule))
                .toList();
    }

    private static Signal signal(Fact fact, ActiveRule<Filing> rule) {
        return FilingJudge.judge(
                fact.signal(), weight(fact), fact.occurredAt(), fact.knownAt(), rule.of(fact.vendorId()));
    }

    private static List<Fact> newestFirst(List<Fact> filings) {
        return filings.stream()
                .sorted(Comparator.comparing(Fact::occurredAt).reversed())
                .toList();
    }

    private static Evidence evidence(List<Fact> filings, ActiveRule<Filing> rule) {
        Fact newest = filings.getFirst();
        return Evidence.of(
                rule,
                Subject.of(BuiltInRule.FILING_EVENT, newest.vendorId(), newest.signal()),
                newest.dimension(),
                Evidence.Kind.EVENT,
                newest.knownAt(),
                signal(newest, rule),
                () -> facts(newest, filings));
    }

    private static double weight(Fact fact) {
        FilingWeight weight = WEIGHTS.get(fact.signal());
        return weight == null ? 0 : weight.points();
    }

    private static Map<String, Object> facts(Fact newest, List<Fact> filings) {
        FilingWeight weight = WEIGHTS.get(newest.signal());
        Map<String, Object> facts = new HashMap<>();
        facts.put("signal", newest.signal());
        facts.put("form", weight == null ? newest.signal() : weight.name());
        facts.put("meaning", weight == null ? "It published something of weight." : weight.meaning());
        facts.put("filedOn", date(newest));
        facts.put("url", newest.source());
        facts.put("filings", filings.stream().map(FilingRule::filing).toList());
        return facts;
    }

    private static Map<String, Object> filing(Fact fact) {
        return Map.of(
                "date",
                date(fact),
                "accession",
                String.valueOf(fact.detail().getOrDefault("accession", fact.key())),
                "url",
                fact.source());
    }

    private static String date(Fact fact) {
        return LocalDate.ofInstant(fact.occurredAt(), ZoneOffset.UTC).toString();
    }
}
