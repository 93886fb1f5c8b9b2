package io.bellwether.core.score;

import io.bellwether.core.finance.EvidenceTier;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a financial score is made of. */
public enum FinancialPart {
    /** The distress scorecard over three annual statements. */
    STATEMENTS(0.2),
    /** What it had to file, what registers say of it, and what people tell of the same. */
    EVENTS(0.7),
    /** For how long its money lasts. */
    LIQUIDITY(0.05),
    /** What is seen from outside: weak signs, of which all together take no more than {@link #MOST_OBSERVED}. */
    OBSERVABLE(0.05);

    /** As much as the gravest of them, an address that is about to run out, takes alone. */
    public static final double MOST_OBSERVED = 30;

    private static final Map<String, FinancialPart> OF_STATEMENTS =
            Map.of(FinancialScore.STATEMENTS, STATEMENTS, Liquidity.RUNWAY, LIQUIDITY, Liquidity.DEBT, LIQUIDITY);

    private final double weight;

    FinancialPart(double weight) {
        this.weight = weight;
    }

    /** Its share of the confidence; of all parts they add up to 1. */
    public double weight() {
        return weight;
    }

    /** The part that a driver belongs to. */
    static FinancialPart of(String signal) {
        FactWeight told = FactWeights.of(signal);
        return told != null ? told.part() : OF_STATEMENTS.getOrDefault(signal, EVENTS);
    }

    /**
     * How a part stands.
     *
     * @param weight its share of the confidence
     * @param coverage how much of what it needs is there, as far as it is trusted, 0 to 1
     * @param freshness 1 while that is as new as it should be, 0 once it says nothing of today
     * @param tier the firmest that it rests on; null where there is nothing
     * @param points that its drivers take: those of all parts add up to 100 minus the score
     * @param asOf when the newest of it became known; null where there is nothing
     */
    public record PartStanding(
            FinancialPart part,
            double weight,
            double coverage,
            double freshness,
            @Nullable EvidenceTier tier,
            int points,
            @Nullable Instant asOf) {

        double confidence() {
            return weight * coverage * freshness;
        }

        PartStanding taking(int taken) {
            return new PartStanding(part, weight, coverage, freshness, tier, taken, asOf);
        }
    }
}
