package io.bellwether.review;

import static java.util.stream.Collectors.toMap;

import io.bellwether.core.Dimension;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.fact.Fact;
import io.bellwether.fact.posture.CheckFact;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the security checks said at two times, by the keys of their facts. */
record CheckStates(Map<String, SecurityState> begin, Map<String, SecurityState> end) {

    /** A check that says something else at the end than at the begin. */
    record Change(SecurityState before, SecurityState now) {

        boolean worse() {
            return before.rank() >= 0 && now.rank() > before.rank();
        }
    }

    static CheckStates of(Material material) {
        return new CheckStates(
                at(material.period().from(), material.facts()),
                at(material.period().until(), material.facts()));
    }

    /** What is worst first. */
    List<SecurityState> current() {
        return end.values().stream()
                .sorted(Comparator.comparingInt(SecurityState::rank)
                        .reversed()
                        .thenComparing(state -> state.fact().key()))
                .toList();
    }

    List<SecurityState> failing() {
        return current().stream()
                .filter(state -> state.value() == CheckOutcome.FAIL)
                .toList();
    }

    /** Checks that were made at both times; neither the first result of a new check nor a change of the rules is one of these. */
    List<Change> changes() {
        return current().stream().flatMap(this::change).toList();
    }

    private Stream<Change> change(SecurityState now) {
        SecurityState before = begin.get(now.fact().key());
        if (before == null || before.value() == now.value() || now.check().rebased()) {
            return Stream.empty();
        }
        return Stream.of(new Change(before, now));
    }

    private static Map<String, SecurityState> at(Instant time, List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.dimension() == Dimension.SECURITY)
                .filter(fact -> !fact.knownAt().isAfter(time))
                .filter(fact ->
                        fact.supersededAt() == null || fact.supersededAt().isAfter(time))
                .flatMap(CheckFact::of)
                .map(SecurityState::new)
                .collect(toMap(state -> state.fact().key(), state -> state, (first, second) -> first));
    }
}
