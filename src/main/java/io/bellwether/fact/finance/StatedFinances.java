package io.bellwether.fact.finance;

import io.bellwether.core.finance.CompanyAssessment;
import io.bellwether.core.finance.EvidenceTier;
import io.bellwether.core.finance.Window;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor has told of its finances, and what the models make of it.
 *
 * @param tier what it rests on
 * @param statements of its years, the oldest first
 * @param assessment of the last three years in a row; null where there are none
 * @param reason why there is no assessment; null where there is one
 * @param confidence the least of those three statements; null without an assessment
 * @param stale whether the last year ended so long ago that the next is overdue; null without statements
 */
public record StatedFinances(
        EvidenceTier tier,
        List<StatedStatement> statements,
        @Nullable Assessed assessment,
        @Nullable String reason,
        @Nullable Double confidence,
        @Nullable Boolean stale) {

    /** Of 52 or 53 weeks, or of twelve months. */
    private static final int SHORTEST_YEAR = 350;

    private static final int LONGEST_YEAR = 380;

    /** A year, and the four months in which books are closed and told. */
    static final int STALE_AFTER_DAYS = 480;

    /** @param statements the oldest first */
    static StatedFinances of(List<StatedStatement> statements, LocalDate today, Assessor assessor) {
        if (statements.isEmpty()) {
            return new StatedFinances(
                    EvidenceTier.STATED, List.of(), null, "The vendor has told no statements.", null, null);
        }
        boolean stale = days(statements.getLast().fiscalYearEnd(), today) > STALE_AFTER_DAYS;
        List<StatedStatement> last = lastYears(statements);
        if (last.isEmpty()) {
            return new StatedFinances(EvidenceTier.STATED, statements, null, reason(statements), null, stale);
        }
        Assessed assessment = assessor.assess(window(last));
        return new StatedFinances(EvidenceTier.STATED, statements, assessment, null, confidence(last), stale);
    }

    /** What moves the vendor's score; by the scorecard's variant without a market value, which no exchange has made for it. */
    static StatementEvidence evidence(List<StatedStatement> statements, Assessor assessor) {
        List<StatedStatement> last = lastYears(statements);
        if (last.isEmpty()) {
            return StatementEvidence.NONE;
        }
        StatedStatement newest = last.getLast();
        Reading reading = new Reading(
                newest.fiscalYearEnd(),
                newest.fiscalYearEnd().plusDays(STALE_AFTER_DAYS),
                newest.asOf().atStartOfDay(ZoneOffset.UTC).toInstant(),
                newest.source(),
                EvidenceTier.STATED,
                confidence(last));
        CompanyAssessment assessment = CompanyAssessment.of(assessor.scorecard(), window(last));
        return new StatementEvidence(
                reading.risk(assessment.withoutMarketValue()).orElse(null),
                reading.liquidity(assessment).orElse(null));
    }

    /** The last three; empty where there are none, or not in a row. */
    private static List<StatedStatement> lastYears(List<StatedStatement> statements) {
        List<StatedStatement> last =
                statements.subList(Math.max(0, statements.size() - Window.YEARS), statements.size());
        return last.size() == Window.YEARS && inARow(last) ? last : List.of();
    }

    private static Window window(List<StatedStatement> years) {
        return new Window(
                years.stream().map(year -> Lines.statement(year.lines())).toList());
    }

    private static double confidence(List<StatedStatement> years) {
        return years.stream().mapToDouble(StatedStatement::confidence).min().orElseThrow();
    }

    private static boolean inARow(List<StatedStatement> years) {
        for (int i = 1; i < years.size(); i++) {
            long days = days(years.get(i - 1).fiscalYearEnd(), years.get(i).fiscalYearEnd());
            if (days < SHORTEST_YEAR || days > LONGEST_YEAR) {
                return false;
            }
        }
        return true;
    }

    private static long days(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to);
    }

    private static String reason(List<StatedStatement> statements) {
        return "Three years in a row are needed; there are those that ended on "
                + statements.stream()
                        .map(statement -> statement.fiscalYearEnd().toString())
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
