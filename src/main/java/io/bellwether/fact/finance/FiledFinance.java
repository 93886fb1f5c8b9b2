package io.bellwether.fact.finance;

import io.bellwether.core.finance.CompanyAssessment;
import io.bellwether.core.finance.RiskScore;
import io.bellwether.core.finance.Scorecard;
import io.bellwether.core.finance.filed.Accounts;
import io.bellwether.core.finance.filed.FiledFact;
import io.bellwether.core.finance.filed.PeriodStatement;
import io.bellwether.core.score.StatementRisk;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Judges vendors by the statements that they filed. */
@Singleton
public class FiledFinance {

    private static final int MAIN_INPUTS = 3;

    private final FiledTable table;
    private final Assessor assessor;

    FiledFinance(FiledTable table, Assessor assessor) {
        this.table = table;
        this.assessor = assessor;
    }

    /** Empty where nobody has read its figures. */
    public Optional<VendorStatements> of(UUID vendorId, Instant now) {
        return table.of(vendorId).map(filer -> {
            Accounts accounts = accounts(filer, now);
            return new VendorStatements(
                    StatementsView.of(filer, accounts),
                    accounts.fiscalWindow().map(assessor::assess).orElse(null),
                    accounts.trailingWindow().map(assessor::assess).orElse(null));
        });
    }

    /** What moves its score; empty where a figure is missing that the scorecard needs. */
    public Optional<StatementRisk> risk(UUID vendorId, Instant now) {
        return table.of(vendorId).flatMap(filer -> risk(assessor.scorecard(), filer.cik(), accounts(filer, now)));
    }

    static Optional<StatementRisk> risk(Scorecard scorecard, long cik, Accounts accounts) {
        LocalDate freshUntil = accounts.freshUntil();
        RiskScore score = accounts.fiscalWindow()
                .flatMap(window -> Optional.ofNullable(best(CompanyAssessment.of(scorecard, window))))
                .orElse(null);
        if (score == null || freshUntil == null) {
            return Optional.empty();
        }
        PeriodStatement year = accounts.years().getLast();
        return lastFiled(year)
                .map(fact -> new StatementRisk(
                        score.rank(),
                        mainly(score),
                        year.end(),
                        freshUntil,
                        fact.filed().atStartOfDay(ZoneOffset.UTC).toInstant(),
                        FigureView.url(cik, fact)));
    }

    /** The variant that knows the market value tells more. */
    private static @Nullable RiskScore best(CompanyAssessment assessment) {
        RiskScore with = assessment.withMarketValue();
        return with == null ? assessment.withoutMarketValue() : with;
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

    private static Optional<FiledFact> lastFiled(PeriodStatement year) {
        return year.figures().values().stream()
                .flatMap(figure -> figure.sources().stream())
                .map(source -> source.fact())
                .max(Comparator.comparing(FiledFact::filed).thenComparing(FiledFact::accession));
    }

    private static Accounts accounts(FiledTable.Filer filer, Instant now) {
        return Accounts.of(filer.facts(), LocalDate.ofInstant(now, ZoneOffset.UTC));
    }
}
