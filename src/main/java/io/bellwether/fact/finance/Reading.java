package io.bellwether.fact.finance;

import io.bellwether.core.finance.CashPosition;
import io.bellwether.core.finance.CompanyAssessment;
import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.finance.RiskScore;
import io.bellwether.core.score.Liquidity;
import io.bellwether.core.score.StatementRisk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an assessment of three years becomes evidence.
 *
 * @param end last day of the last of the three years
 * @param freshUntil until when the newest figures are as fresh as they should be
 * @param knownAt when the last year became known
 * @param confidence how far the figures are trusted, 0 to 1
 */
record Reading(
        LocalDate end, LocalDate freshUntil, Instant knownAt, String source, EvidenceTier tier, double confidence) {

    private static final int MAIN_INPUTS = 3;
    private static final int MONTHS = 12;

    Optional<StatementRisk> risk(@Nullable RiskScore score) {
        return Optional.ofNullable(score)
                .map(known -> new StatementRisk(
                        known.rank(), mainly(known), end, freshUntil, knownAt, source, tier, confidence));
    }

    /** Empty where it is not known what goes, or where some goes and it is not known of how much. */
    Optional<Liquidity> liquidity(CompanyAssessment assessment) {
        CashPosition cash = assessment.cash();
        Double flow = cash.freeCashFlow();
        Double years = cash.runwayYears();
        if (flow == null || (flow < 0 && years == null)) {
            return Optional.empty();
        }
        return Optional.of(new Liquidity(
                years == null ? null : (Double) (years * MONTHS),
                cash.debtCover(),
                end,
                freshUntil,
                knownAt,
                tier,
                confidence,
                source));
    }

    private static List<String> mainly(RiskScore score) {
        return score.contributions().stream()
                .filter(contribution -> contribution.amount() > 0)
                .sorted(Comparator.comparingDouble(RiskScore.Contribution::amount)
                        .reversed())
                .limit(MAIN_INPUTS)
                .map(contribution ->
                        contribution.input().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .toList();
    }
}
