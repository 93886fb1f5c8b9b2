package io.bellwether.fact;

import io.bellwether.core.score.RegisterState;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** What registers of companies say now, from facts about a vendor's finances. */
public final class RegisterFacts {

    /** In the detail of a state: the day it began by the register's own dates. */
    static final String SINCE = "since";

    private static final List<String> PREFIXES = List.of("company-", "legal-entity-");

    private RegisterFacts() {}

    /** @param facts that hold now; all others among them are left out */
    public static List<RegisterState> of(List<Fact> facts) {
        return among(facts).map(RegisterFacts::state).toList();
    }

    static Stream<Fact> among(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.value() != null && PREFIXES.stream().anyMatch(fact.signal()::startsWith));
    }

    static RegisterState state(Fact fact) {
        return new RegisterState(fact.signal(), String.valueOf(fact.value()), since(fact), fact.source());
    }

    /** When it began, as the register has it; what it dates later than we learnt it, or not at all, began when it was seen. */
    static Instant since(Fact fact) {
        try {
            Instant begun = LocalDate.parse(String.valueOf(fact.detail().get(SINCE)))
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
            return begun.isAfter(fact.occurredAt()) ? fact.occurredAt() : begun;
        } catch (DateTimeException e) {
            return fact.occurredAt();
        }
    }
}
