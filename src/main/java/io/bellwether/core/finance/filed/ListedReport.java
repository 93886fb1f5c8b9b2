package io.bellwether.core.finance.filed;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A periodic report, or the notice that one will be late, as the SEC's list of a company's filings has it.
 *
 * @param form {@code 10-Q}, {@code NT 10-K} and so on
 * @param periodEnd last day of the period that it is about; null where the list does not tell
 * @param filed when it came
 */
public record ListedReport(String form, @Nullable LocalDate periodEnd, LocalDate filed) {

    private static final String NOTICE = "NT ";

    /** Whether a form is one of these. */
    public static boolean isOne(String form) {
        String report = form.startsWith(NOTICE) ? form.substring(NOTICE.length()) : form;
        return Stream.of("10-K", "10-Q", "20-F", "40-F").anyMatch(report::startsWith);
    }

    boolean isNotice() {
        return form.startsWith(NOTICE);
    }

    boolean isQuarterly() {
        return form.startsWith("10-Q");
    }

    boolean isForeign() {
        return form.startsWith("20-F");
    }

    /** Of a country whose companies report by rules of their own. */
    boolean isCanadian() {
        return form.startsWith("40-F");
    }

    /** Whether it tells a period that can be: one that had ended when it was filed. */
    boolean isDated() {
        return periodEnd != null && !periodEnd.isAfter(filed);
    }
}
