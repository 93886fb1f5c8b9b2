package io.bellwether.alert.voice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which facts the templates of each rule may name, and an alert to try them on. */
public final class Vocabulary {

    private static final String EVERY_RULE = "*";
    private static final Map<String, List<KnownFact>> FACTS =
            Table.rows("facts.txt").stream().collect(groupingBy(List::getFirst, mapping(KnownFact::of, toList())));

    private Vocabulary() {}

    /** Those that are there at the moment, fields of lists included. */
    public static List<KnownFact> of(String rule, Moment moment) {
        return Stream.concat(facts(EVERY_RULE), facts(rule))
                .filter(fact -> fact.when().contains(moment))
                .toList();
    }

    /** The rules that have facts of their own, by name. */
    public static Set<String> rules() {
        Set<String> rules = new TreeSet<>(FACTS.keySet());
        rules.remove(EVERY_RULE);
        return rules;
    }

    /** An alert with all there can be. */
    public static Map<String, Object> sample(String rule, Moment moment) {
        return sample(of(rule, moment), true);
    }

    /** An alert with no more than there always is. */
    static Map<String, Object> sparse(String rule, Moment moment) {
        return sample(of(rule, moment).stream().filter(fact -> !fact.optional()).toList(), false);
    }

    private static Map<String, Object> sample(List<KnownFact> known, boolean rich) {
        Map<String, Object> facts = new HashMap<>();
        for (KnownFact fact : known) {
            if (!fact.isField()) {
                facts.put(fact.name(), fact.kind() == KnownFact.Kind.FLAG ? (Object) rich : fact.value());
            }
        }
        if (rich) {
            facts.replaceAll((name, value) -> value instanceof List<?> ? List.of(entry(known, name)) : value);
        }
        return facts;
    }

    private static Map<String, Object> entry(List<KnownFact> known, String list) {
        String prefix = list + ".";
        return known.stream()
                .filter(fact -> fact.name().startsWith(prefix))
                .collect(toMap(fact -> fact.name().substring(prefix.length()), KnownFact::value));
    }

    private static Stream<KnownFact> facts(String rule) {
        return FACTS.getOrDefault(rule, List.of()).stream();
    }
}
