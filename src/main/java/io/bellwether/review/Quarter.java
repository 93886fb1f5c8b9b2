package io.bellwether.review;

import io.bellwether.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar quarter, written {@code 2026-Q4}.
 *
 * @param year 0 to 9999
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {

    private static final Pattern FORMAT = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final int MONTHS = 3;

    /** Reads {@code 2026-Q4}; anything else is a {@link Problem} that points at {@code /period}. */
    public static Quarter parse(String text) {
        Matcher matcher = FORMAT.matcher(text);
        if (!matcher.matches()) {
            throw Problem.invalid("/period", "'" + text + "' is not a quarter such as 2026-Q4.");
        }
        return new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    public Quarter previous() {
        return of(firstDay().minusDays(1));
    }

    /** The beginning of its first day in a zone. */
    public Instant start(ZoneId zone) {
        return firstDay().atStartOfDay(zone).toInstant();
    }

    /** The beginning of the day after its last in a zone; no longer part of the quarter. */
    public Instant end(ZoneId zone) {
        return firstDay().plusMonths(MONTHS).atStartOfDay(zone).toInstant();
    }

    public List<YearMonth> months() {
        YearMonth first = YearMonth.from(firstDay());
        return List.of(first, first.plusMonths(1), first.plusMonths(2));
    }

    @Override
    public String toString() {
        return "%04d-Q%d".formatted(year, number);
    }

    private LocalDate firstDay() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }
}
