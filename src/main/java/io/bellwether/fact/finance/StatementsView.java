package io.bellwether.fact.finance;

import io.bellwether.core.finance.filed.Accounts;
import io.bellwether.core.finance.filed.Dropped;
import io.bellwether.core.finance.filed.Figure;
import io.bellwether.core.finance.filed.FiledItem;
import io.bellwether.core.finance.filed.PeriodStatement;
import io.bellwether.core.finance.filed.Quarter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A company's statements as it filed them.
 *
 * @param cik its number with the SEC
 * @param company as it is registered there
 * @param readAt when its figures were read last
 * @param asOf the day as of which they were known
 * @param currency that it reports in
 * @param stale whether its newest figures are older than they should be
 * @param refusal why there are no statements; null where there are
 * @param dropped how many of its figures were left out, and why
 * @param years its last fiscal years, oldest first, three at most
 * @param trailing the twelve months to its newest balance sheet, and that one; null without statements
 * @param quarters newest first, eight at most
 */
public record StatementsView(
        long cik,
        String company,
        Instant readAt,
        LocalDate asOf,
        String currency,
        boolean stale,
        @Nullable String refusal,
        Map<Dropped, Integer> dropped,
        List<Period> years,
        @Nullable Period trailing,
        List<Period> quarters) {

    /**
     * @param end last day
     * @param figures by the names of lines
     * @param missing what could not be had, and why
     */
    public record Period(LocalDate end, Map<String, FigureView> figures, Map<String, String> missing) {

        static Period of(long cik, PeriodStatement statement) {
            Map<String, String> missing = new LinkedHashMap<>();
            statement.missing().forEach((item, why) -> missing.put(item.key(), why));
            return new Period(statement.end(), figures(cik, statement.figures()), missing);
        }

        static Period of(long cik, Quarter quarter) {
            return new Period(quarter.end(), figures(cik, quarter.figures()), Map.of());
        }

        private static Map<String, FigureView> figures(long cik, Map<FiledItem, Figure> figures) {
            Map<String, FigureView> byKey = new LinkedHashMap<>();
            figures.forEach((item, figure) -> byKey.put(item.key(), FigureView.of(cik, figure)));
            return byKey;
        }
    }

    static StatementsView of(FiledTable.Filer filer, Accounts accounts) {
        return new StatementsView(
                filer.cik(),
                filer.name(),
                filer.readAt(),
                accounts.asOf(),
                accounts.currency(),
                accounts.stale(),
                accounts.refusal(),
                accounts.dropped(),
                accounts.years().stream()
                        .map(year -> Period.of(filer.cik(), year))
                        .toList(),
                accounts.trailing().isEmpty()
                        ? null
                        : Period.of(filer.cik(), accounts.trailing().getLast()),
                accounts.quarters().stream()
                        .map(quarter -> Period.of(filer.cik(), quarter))
                        .toList());
    }
}
