package io.bellwether.core.finance.filed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What was known by a day of a company's figures: of each the version that was filed last, and the ones before it. What was
 * filed later is not there, so that a past day can be judged as it was.
 */
final class FiledFacts {

    static final String DOLLARS = "USD";
    static final String SHARES = "shares";

    private final Map<String, NavigableMap<Span, List<FiledFact>>> byTag = new HashMap<>();
    private final Map<String, List<Span>> spans = new HashMap<>();
    private final Map<Dropped, Integer> dropped = new EnumMap<>(Dropped.class);
    private final String currency;

    private FiledFacts(List<FiledFact> known) {
        this.currency = currency(known);
        for (FiledFact fact : known) {
            Optional<Dropped> fault = fault(fact);
            if (fault.isPresent()) {
                dropped.merge(fault.get(), 1, Integer::sum);
            } else {
                byTag.computeIfAbsent(fact.tag(), _ -> new TreeMap<>())
                        .computeIfAbsent(fact.span(), _ -> new ArrayList<>())
                        .add(fact);
            }
        }
        byTag.forEach((tag, versions) -> spans.put(tag, List.copyOf(versions.descendingKeySet())));
    }

    static FiledFacts knownOn(Collection<FiledFact> filed, LocalDate day) {
        return new FiledFacts(filed.stream()
                .filter(fact -> !fact.filed().isAfter(day))
                .sorted(FiledFact.OLDEST_FIRST)
                .toList());
    }

    /** In which its assets were stated last; US dollars where they were in these too, or nowhere. */
    String currency() {
        return currency;
    }

    Map<Dropped, Integer> dropped() {
        return Collections.unmodifiableMap(dropped);
    }

    Optional<Figure> figure(String tag, Span span) {
        List<FiledFact> versions = versions(tag).get(span);
        if (versions == null) {
            return Optional.empty();
        }
        FiledFact newest = versions.getLast();
        List<FiledFact> earlier = versions.stream()
                .filter(version -> version.value() != newest.value())
                .toList();
        return Optional.of(Figure.of(newest, earlier));
    }

    /** Newest first. */
    List<Span> spans(String tag) {
        return spans.getOrDefault(tag, List.of());
    }

    boolean has(String tag) {
        return byTag.containsKey(tag);
    }

    /** Those for which a version is in a filing of such a form, newest first. */
    List<Span> spans(String tag, Predicate<String> form) {
        return spans(tag).stream()
                .filter(span -> versions(tag).getOrDefault(span, List.of()).stream()
                        .anyMatch(version -> form.test(version.form())))
                .toList();
    }

    private NavigableMap<Span, List<FiledFact>> versions(String tag) {
        return byTag.getOrDefault(tag, Collections.emptyNavigableMap());
    }

    private static Optional<Dropped> fault(FiledFact fact) {
        if (!fact.unit().equals(DOLLARS) && !fact.unit().equals(SHARES)) {
            return Optional.of(Dropped.OTHER_UNIT);
        }
        if (fact.end().isAfter(fact.filed())) {
            return Optional.of(Dropped.FUTURE);
        }
        if (fact.start() != null && fact.span().length().isEmpty()) {
            return Optional.of(Dropped.ODD_LENGTH);
        }
        return fact.value() < 0 && FiledItem.isNeverNegative(fact.tag())
                ? Optional.of(Dropped.NEGATIVE)
                : Optional.empty();
    }

    private static String currency(List<FiledFact> known) {
        return known.stream()
                .filter(fact -> FiledItem.TOTAL_ASSETS.tags().contains(fact.tag()))
                .filter(fact -> !fact.end().isAfter(fact.filed()))
                .max(Comparator.comparing(FiledFact::end)
                        .thenComparing(fact -> fact.unit().equals(DOLLARS)))
                .map(FiledFact::unit)
                .orElse(DOLLARS);
    }
}
