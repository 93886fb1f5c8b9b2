package io.bellwether.core.score;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a vendor's finances are judged by.
 *
 * @param filings what it had to file, and what people know that would stand among it
 * @param registers what registers of companies say of it now
 * @param statements what the distress scorecard says of its statements; null where it cannot be asked
 * @param liquidity for how long its money lasts by its statements; null where they do not tell
 * @param facts what people know of its finances, or what is seen from outside
 * @param observedAt when it was last seen from outside whether it minds its shop; null when never
 * @param lookedAt when the filings were last read successfully; null when never
 */
public record FinancialEvidence(
        List<FilingEvent> filings,
        List<RegisterState> registers,
        @Nullable StatementRisk statements,
        @Nullable Liquidity liquidity,
        List<DatedFact> facts,
        @Nullable Instant observedAt,
        @Nullable Instant lookedAt) {

    public FinancialEvidence {
        filings = List.copyOf(filings);
        registers = List.copyOf(registers);
        facts = List.copyOf(facts);
    }

    /** What is looked at every day: the rest comes in steps, months apart, in which no drift can be looked for. */
    public FinancialEvidence daily() {
        return new FinancialEvidence(
                List.of(),
                registers,
                null,
                null,
                facts.stream().filter(FinancialEvidence::isObserved).toList(),
                observedAt,
                lookedAt);
    }

    private static boolean isObserved(DatedFact fact) {
        FactWeight rule = FactWeights.of(fact.signal());
        return rule != null && rule.part() == FinancialPart.OBSERVABLE;
    }
}
