package io.bellwether.core.score;

import io.bellwether.core.finance.EvidenceTier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * For how long a vendor's money lasts by its newest statements, as of their end: money that comes in later is not known of.
 *
 * @param runwayMonths cash divided by what goes of it, from operations and for equipment; null where none goes
 * @param debtCover how often cash and what a year brings in pay the debt that is due within a year; null where none is known to be
 * @param end last day of those twelve months
 * @param freshUntil until when they are as fresh as they should be
 * @param knownAt when they became known
 * @param tier what they rest on
 * @param confidence how far they are trusted, 0 to 1; 1 where they were filed
 * @param source where they can be read
 */
public record Liquidity(
        @Nullable Double runwayMonths,
        @Nullable Double debtCover,
        LocalDate end,
        LocalDate freshUntil,
        Instant knownAt,
        EvidenceTier tier,
        double confidence,
        String source) {

    /** The signal of what a short runway takes. */
    static final String RUNWAY = "cash-runway";

    /** What a runway takes, by months. A round of financing takes half a year to close, and a migration away from a vendor as long. */
    static final Map<Double, Double> POINTS_BY_MONTHS = Map.of(24.0, 0.0, 18.0, 3.0, 12.0, 10.0, 6.0, 25.0, 3.0, 35.0);

    /** The signal of what debt takes that is due before there is money for it. */
    static final String DEBT = "debt-due";

    /** What uncovered debt takes, by its cover. Less than a short runway: most of it is borrowed anew. */
    static final Map<Double, Double> POINTS_BY_COVER = Map.of(1.0, 0.0, 0.5, 12.0, 0.25, 20.0);

    private static final Curve OF_RUNWAY = new Curve(POINTS_BY_MONTHS);
    private static final Curve OF_COVER = new Curve(POINTS_BY_COVER);

    /** What the worse of the two takes: both say that the money runs out. */
    double points() {
        return Math.max(ofRunway(), ofDebt());
    }

    boolean byDebt() {
        return ofDebt() > ofRunway();
    }

    private double ofRunway() {
        return runwayMonths == null ? 0 : OF_RUNWAY.at(runwayMonths) * confidence;
    }

    private double ofDebt() {
        return debtCover == null ? 0 : OF_COVER.at(debtCover) * confidence;
    }
}
