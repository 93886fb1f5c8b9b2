package io.bellwether.review;

import io.bellwether.core.Dimension;
import io.bellwether.fact.Fact;
import java.util.Comparator;
import java.util.stream.Stream;

/** The dated events of a period, as opposed to the states of checks. */
final class Events {

    private Events() {}

    /** Those that happened in the period, in their order, however late we learnt of them. */
    static Stream<Fact> of(Dimension dimension, Material material) {
        ReviewPeriod period = material.period();
        return material.facts().stream()
                .filter(fact -> fact.dimension() == dimension && fact.value() == null)
                .filter(fact -> !fact.occurredAt().isBefore(period.from()))
                .filter(fact -> fact.occurredAt().isBefore(period.until()))
                .sorted(Comparator.comparing(Fact::occurredAt).thenComparing(Fact::key));
    }
}
