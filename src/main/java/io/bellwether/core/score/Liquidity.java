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
 * @param end last day of those twelve months
 * @param freshUntil until when they are as fresh as they should be
 * @param knownAt when they became known
 * @param tier what they rest on
 * @param confidence how far they are trusted, 0 to 1; 1 where they were filed
 * @param source where they can be read
 */
public record Liquidity(
        @Nullable Double runwayMonths,
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

    private static final Curve POINTS = new Curve(POINTS_BY_MONTHS);

    double points() {
        return runwayMonths == null ? 0 : POINTS.at(runwayMonths) * confidence;
    }
}
