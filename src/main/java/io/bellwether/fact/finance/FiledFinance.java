package io.bellwether.fact.finance;

import io.bellwether.core.finance.CompanyAssessment;
import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.finance.RiskScore;
import io.bellwether.core.finance.Scorecard;
import io.bellwether.core.finance.filed.Accounts;
import io.bellwether.core.finance.filed.FiledFact;
import io.bellwether.core.finance.filed.PeriodStatement;
import io.bellwether.core.score.Liquidity;
import io.bellwether.core.score.StatementRisk;
import io.bellwether.core.score.backtest.DatedRisk;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Judges vendors by the statements that they filed. */
@Singleton
public class FiledFinance {

    /**
     * What followed from all figures of a company.
     *
     * @param newest when the last of them was filed: on a day before, less is known
     */
    private record Judged(Instant readAt, LocalDate newest, StatementEvidence evidence) {

        boolean holds(FiledTable.Version version, LocalDate today) {
            return readAt.equals(version.readAt()) && !today.isBefore(newest);
        }
    }

    private final FiledTable table;
    private final Assessor assessor;
    private final Map<Long, Judged> judged = new ConcurrentHashMap<>();

    FiledFinance(FiledTable table, Assessor assessor) {
        this.table = table;
        this.assessor = assessor;
    }

    /** Empty where nobody has read its figures. */
    public Optional<VendorStatements> of(UUID vendorId, Instant now) {
        return table.of(vendorId).map(filer -> statements(filer, now));
    }

    /** Of any company, by its number with the SEC; empty where nobody has read its figures. */
    public Optional<VendorStatements> of(long cik, Instant now) {
        return table.of(cik).map(filer -> statements(filer, now));
    }

    private VendorStatements statements(FiledTable.Filer filer, Instant now) {
        Accounts accounts = accounts(filer, now);
        return new VendorStatements(
                StatementsView.of(filer, accounts),
                accounts.fiscalWindow().map(assessor::assess).orElse(null),
                accounts.trailingWindow().map(assessor::assess).orElse(null));
    }

    /** What moves its score; nothing where nobody has read its figures. */
    StatementEvidence evidence(UUID vendorId, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return table.version(vendorId).map(version -> evidence(version, today)).orElse(StatementEvidence.NONE);
    }

    /** Vendors are judged many times a day and their figures change a few times a year: what followed from them is kept. */
    private StatementEvidence evidence(FiledTable.Version version, LocalDate today) {
        Judged known = judged.get(version.cik());
        if (known != null && known.holds(version, today)) {
            return known.evidence();
        }
        return table.of(version.cik()).map(filer -> judged(filer, today)).orElse(StatementEvidence.NONE);
    }

    /** What is known of a day before the newest filing is not all, and not kept. */
    private StatementEvidence judged(FiledTable.Filer filer, LocalDate day) {
        StatementEvidence evidence = evidence(assessor.scorecard(), filer.cik(), Accounts.of(filer.facts(), day));
        LocalDate newest = newest(filer);
        if (!day.isBefore(newest)) {
            judged.put(filer.cik(), new Judged(filer.readAt(), newest, evidence));
        }
        return evidence;
    }

    private static LocalDate newest(FiledTable.Filer filer) {
        return filer.facts().stream()
                .map(FiledFact::filed)
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    static StatementEvidence evidence(Scorecard scorecard, long cik, Accounts accounts) {
        return new StatementEvidence(
                risk(scorecard, cik, accounts).orElse(null),
                liquidity(scorecard, cik, accounts).orElse(null));
    }

    /** What moved its score, from each day on which it filed annual figures; by what was filed by that day. Oldest first. */
    public List<DatedRisk> risks(UUID vendorId) {
        return table.of(vendorId).stream()
                .flatMap(filer -> filer.facts().stream()
                        // Quarterly reports change no fiscal year.
                        .filter(fact -> !fact.form().startsWith("10-Q"))
                        .map(FiledFact::filed)
                        .distinct()
                        .sorted()
                        .map(day -> new DatedRisk(
                                day,
                                risk(assessor.scorecard(), filer.cik(), Accounts.of(filer.facts(), day))
                                        .orElse(null))))
                .toList();
    }

    static Optional<StatementRisk> risk(Scorecard scorecard, long cik, Accounts accounts) {
        return accounts.fiscalWindow()
                .flatMap(window -> Optional.ofNullable(best(CompanyAssessment.of(scorecard, window))))
                .flatMap(score ->
                        reading(cik, accounts, accounts.years().getLast()).flatMap(reading -> reading.risk(score)));
    }

    /** By the twelve months to the newest balance sheet, where these are known. */
    private static Optional<Liquidity> liquidity(Scorecard scorecard, long cik, Accounts accounts) {
        return accounts.trailingWindow()
                .flatMap(window -> reading(cik, accounts, accounts.trailing().getLast())
                        .flatMap(reading -> reading.liquidity(CompanyAssessment.of(scorecard, window))))
                .or(() -> accounts.fiscalWindow()
                        .flatMap(window -> reading(
                                        cik, accounts, accounts.years().getLast())
                                .flatMap(reading -> reading.liquidity(CompanyAssessment.of(scorecard, window)))));
    }

    private static Optional<Reading> reading(long cik, Accounts accounts, PeriodStatement year) {
        LocalDate freshUntil = accounts.freshUntil();
        if (freshUntil == null) {
            return Optional.empty();
        }
        return lastFiled(year)
                .map(fact -> new Reading(
                        year.end(),
                        freshUntil,
                        fact.filed().atStartOfDay(ZoneOffset.UTC).toInstant(),
                        FigureView.url(cik, fact),
                        EvidenceTier.FILED,
                        1));
    }

    /** The variant that knows the market value tells more. */
    static @Nullable RiskScore best(CompanyAssessment assessment) {
        RiskScore with = assessment.withMarketValue();
        return with == null ? assessment.withoutMarketValue() : with;
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
