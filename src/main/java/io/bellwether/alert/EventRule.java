package io.bellwether.alert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.bellwether.core.alert.Signal;
import io.bellwether.fact.Fact;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A rule about what happens. An alert lists all that has happened of its kind, and fires until it is acknowledged. */
abstract class EventRule<S extends RuleSettings.Event> implements FactRule {

    private record Judged(Fact fact, Signal signal) {}

    private final RuleBook book;
    private final BuiltInRule rule;
    private final Class<S> settings;

    EventRule(RuleBook book, BuiltInRule rule, Class<S> settings) {
        this.book = book;
        this.rule = rule;
        this.settings = settings;
    }

    /** Whether it is worth an alert. */
    abstract Signal signal(Fact fact, ActiveRule<S> rule);

    /** The same for what shares an alert. */
    abstract String key(Fact fact);

    /** @param events newest first; one at least */
    abstract Map<String, Object> facts(List<Fact> events);

    @Override
    public final List<Evidence> judge(List<Fact> facts, Map<Subject, StoredEpisode> open) {
        return book.active(rule, settings).map(active -> judge(facts, active)).orElse(List.of());
    }

    private List<Evidence> judge(List<Fact> facts, ActiveRule<S> active) {
        return facts.stream()
                .map(fact -> new Judged(fact, signal(fact, active.of(fact.vendorId()))))
                .filter(event -> event.signal() instanceof Signal.Bad)
                .sorted(Comparator.comparing((Judged event) -> event.fact().occurredAt())
                        .reversed())
                .collect(groupingBy(event -> key(event.fact()), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(events -> evidence(events, active))
                .toList();
    }

    private Evidence evidence(List<Judged> events, ActiveRule<S> active) {
        Fact newest = events.getFirst().fact();
        return Evidence.of(
                active,
                Subject.of(rule, newest.vendorId(), key(newest)),
                newest.dimension(),
                Evidence.Kind.EVENT,
                newest.knownAt(),
                events.getFirst().signal(),
                () -> facts(events.stream().map(Judged::fact).toList()));
    }

    static String date(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC).toString();
    }
}
