package io.bellwether.alert;

import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;

/** What states said before. */
@Singleton
class FormerStates {

    private final Facts facts;

    FormerStates(Facts facts) {
        this.facts = facts;
    }

    /**
     * The last state before this one that counts; empty when this is the first. Before one that is only assumed is the one
     * that holds.
     *
     * @param counting which values count
     */
    Optional<Fact> before(Fact fact, Predicate<String> counting) {
        return facts.between(fact.vendorId(), Instant.EPOCH, fact.knownAt()).stream()
                .filter(other -> other.key().equals(fact.key()) && !other.id().equals(fact.id()))
                .filter(other ->
                        other.supersededAt() != null || !other.knownAt().isAfter(fact.knownAt()))
                .filter(other -> other.value() != null && counting.test(other.value()))
                .max(Comparator.comparing(Fact::knownAt));
    }
}
