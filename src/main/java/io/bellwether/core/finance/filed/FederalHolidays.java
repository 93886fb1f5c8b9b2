package io.bellwether.core.finance.filed;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.stream.Stream;

/** The days on which the SEC takes no filings. Source: 5 U.S.C. 6103; a holiday on a Saturday is kept on the day before it, on a Sunday on the day after it. */
final class FederalHolidays {

    private FederalHolidays() {}

    /** The day itself, or the next one on which the SEC works. Source: Exchange Act Rule 0-3. */
    static LocalDate nextWorkingDay(LocalDate day) {
        LocalDate next = day;
        while (isWeekend(next) || isHoliday(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** That of the next year may be kept on the last day of this one. */
    private static boolean isHoliday(LocalDate day) {
        return Stream.concat(of(day.getYear()), of(day.getYear() + 1)).anyMatch(day::equals);
    }

    private static Stream<LocalDate> of(int year) {
        Stream<LocalDate> fixed = Stream.of(
                        LocalDate.of(year, Month.JANUARY, 1),
                        LocalDate.of(year, Month.JUNE, 19),
                        LocalDate.of(year, Month.JULY, 4),
                        LocalDate.of(year, Month.NOVEMBER, 11),
                        LocalDate.of(year, Month.DECEMBER, 25))
                .map(FederalHolidays::kept);
        Stream<LocalDate> moving = Stream.of(
                nth(3, DayOfWeek.MONDAY, year, Month.JANUARY),
                nth(3, DayOfWeek.MONDAY, year, Month.FEBRUARY),
                nth(-1, DayOfWeek.MONDAY, year, Month.MAY),
                nth(1, DayOfWeek.MONDAY, year, Month.SEPTEMBER),
                nth(2, DayOfWeek.MONDAY, year, Month.OCTOBER),
                nth(4, DayOfWeek.THURSDAY, year, Month.NOVEMBER));
        return Stream.concat(fixed, moving);
    }

    private static LocalDate kept(LocalDate holiday) {
        return switch (holiday.getDayOfWeek()) {
            case SATURDAY -> holiday.minusDays(1);
            case SUNDAY -> holiday.plusDays(1);
            default -> holiday;
        };
    }

    private static LocalDate nth(int which, DayOfWeek weekday, int year, Month month) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, weekday));
    }
}
