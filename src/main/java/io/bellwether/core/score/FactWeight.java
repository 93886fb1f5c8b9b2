package io.bellwether.core.score;

import io.bellwether.core.finance.EvidenceTier;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How much one kind of dated fact takes from the financial score; half of it is left after the half-life.
 *
 * @param tier what such a fact rests on
 * @param points the most it takes, told with full confidence; 0 for what is information only
 * @param pointsByAmount what it takes by its number, in straight lines between; empty where its number says nothing of it
 * @param halfLife null for what holds until it expires or is withdrawn
 * @param persists how long it must have gone on before it counts
 * @param amountNeeded whether it cannot be told without its number
 * @param sources how many independent sources it takes
 * @param sameAs filings and entries of registers that say the same: it takes only what it exceeds them by
 * @param endedBy the kind of fact that ends it; null where there is none
 * @param name what it is, for IT
 * @param meaning what it means, for the business
 * @param rationale why it weighs what it weighs
 */
public record FactWeight(
        String signal,
        FinancialPart part,
        EvidenceTier tier,
        double points,
        Map<Double, Double> pointsByAmount,
        @Nullable Duration halfLife,
        Duration persists,
        FactMeasure measure,
        boolean amountNeeded,
        int sources,
        Set<String> sameAs,
        @Nullable String endedBy,
        String name,
        String meaning,
        String rationale) {

    public FactWeight {
        pointsByAmount = Map.copyOf(pointsByAmount);
        sameAs = Set.copyOf(sameAs);
    }

    /** Before it wears off, and with full confidence. */
    double points(@Nullable Double amount) {
        return pointsByAmount.isEmpty() || amount == null ? points : new Curve(pointsByAmount).at(amount);
    }
}
