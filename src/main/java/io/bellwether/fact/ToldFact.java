package io.bellwether.fact;

import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.score.FactMeasure;
import io.bellwether.core.score.FactWeight;
import io.bellwether.core.score.FactWeights;
import io.bellwether.core.score.FinancialPart;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody knows of a vendor's finances, as it was entered.
 *
 * @param name what its kind is
 * @param part of the financial score that it moves
 * @param tier what it rests on
 * @param occurredAt when it happened or began
 * @param amount its number; null without one
 * @param unit of the number; null where its kind has none
 * @param expiresAt from when on it does not count any more; null for never
 * @param withdrawnAt when it was taken back; null while it stands
 */
public record ToldFact(
        UUID id,
        String signal,
        String name,
        FinancialPart part,
        EvidenceTier tier,
        Instant occurredAt,
        String source,
        @Nullable String secondSource,
        double confidence,
        @Nullable Double amount,
        @Nullable String unit,
        @Nullable String note,
        @Nullable Instant expiresAt,
        Instant enteredAt,
        @Nullable String enteredBy,
        @Nullable Instant withdrawnAt) {

    static ToldFact of(Fact fact) {
        FactWeight kind = Objects.requireNonNull(FactWeights.of(fact.signal()), fact::signal);
        boolean counts = kind.measure() != FactMeasure.NONE;
        return new ToldFact(
                fact.id(),
                fact.signal(),
                kind.name(),
                kind.part(),
                kind.tier(),
                fact.occurredAt(),
                fact.source(),
                text(fact, DatedFacts.SECOND_SOURCE),
                DatedFacts.confidence(fact),
                DatedFacts.amount(fact),
                counts ? kind.measure().unit() : null,
                text(fact, DatedFacts.NOTE),
                DatedFacts.expiresAt(fact),
                fact.knownAt(),
                text(fact, DatedFacts.ENTERED_BY),
                fact.supersededAt());
    }

    private static @Nullable String text(Fact fact, String name) {
        return fact.detail().get(name) instanceof String text ? text : null;
    }
}
