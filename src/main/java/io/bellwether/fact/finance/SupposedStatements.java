package io.bellwether.fact.finance;

import io.bellwether.core.finance.CompanyAssessment;
import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.finance.RiskScore;
import io.bellwether.platform.Problem;
import io.bellwether.platform.Problem.FieldError;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What statements that nobody has told would say of a vendor. */
@Singleton
public class SupposedStatements {

    private final Assessor assessor;

    SupposedStatements(Assessor assessor) {
        this.assessor = assessor;
    }

    /**
     * As if the last of the years had just ended, so that the statements are fresh.
     *
     * @param statements of three years, oldest first; each the lines of a year by name
     * @param marketValue of all shares at the end of the last year; null where that year's statement holds it, or nothing does
     * @param source what is named as theirs
     * @throws Problem 400 naming each wrong line, or those that the scorecard lacks
     */
    public StatementEvidence evidence(
            List<@Nullable Map<String, @Nullable Double>> statements,
            @Nullable Double marketValue,
            String source,
            Instant now) {
        Company company = new Company(statements, marketValue, null, null);
        List<FieldError> faults = company.faults("");
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        CompanyAssessment assessment = CompanyAssessment.of(assessor.scorecard(), company.window());
        RiskScore score = FiledFinance.best(assessment);
        if (score == null) {
            throw Problem.invalid(
                    "/statements", "The scorecard lacks " + String.join(", ", assessment.missing()) + ".");
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Reading reading =
                new Reading(today, today.plusDays(StatedFinances.STALE_AFTER_DAYS), now, source, EvidenceTier.FILED, 1);
        return new StatementEvidence(
                reading.risk(score).orElse(null), reading.liquidity(assessment).orElse(null));
    }
}
