package io.bellwether.core.score;

import io.bellwether.core.finance.EvidenceTier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the distress scorecard says of a vendor's last three annual statements.
 *
 * @param rank what share of the companies that it was fitted on scored less, 0 to 100
 * @param mainly the inputs that raise it most, heaviest first
 * @param yearEnd last day of the last of the three years
 * @param freshUntil until when the newest figures that are known, which may be of a later quarter, are fresh
 * @param knownAt when the last of the three years became known
 * @param source where they can be read
 * @param tier what they rest on
 * @param confidence how far they are trusted, 0 to 1; 1 where they were filed
 */
public record StatementRisk(
        double rank,
        List<String> mainly,
        LocalDate yearEnd,
        LocalDate freshUntil,
        Instant knownAt,
        String source,
        EvidenceTier tier,
        double confidence) {

    public StatementRisk {
        mainly = List.copyOf(mainly);
    }
}
