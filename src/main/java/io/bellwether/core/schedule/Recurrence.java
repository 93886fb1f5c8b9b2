package io.bellwether.core.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.Set;

/** On which days of the calendar something happens again. */
public sealed interface Recurrence {

    boolean includes(LocalDate day);

    /**
     * On some days of each week.
     *
     * @param days at least one
     */
    record Weekly(Set<DayOfWeek> days) implements Recurrence {

        public Weekly {
            days = Set.copyOf(days);
            if (days.isEmpty()) {
                throw new IllegalArgumentException("At least one day of the week is needed.");
            }
        }

        @Override
        public boolean includes(LocalDate day) {
            return days.contains(day.getDayOfWeek());
        }
    }

    /**
     * On a day of each month; months that are too short are left out.
     *
     * @param day 1 to 31 from the beginning, -1 to -31 from the end: -1 is the last day
     */
    record Monthly(int day) implements Recurrence {

        public Monthly {
            if (day == 0 || Math.abs(day) > 31) {
                throw new IllegalArgumentException("The day of the month is 1 to 31 or -1 to -31, not " + day + ".");
            }
        }

        @Override
        public boolean includes(LocalDate date) {
            return date.getDayOfMonth() == (day > 0 ? day : date.lengthOfMonth() + 1 + day);
        }
    }

    /**
     * On a weekday of each month, such as the second Tuesday.
     *
     * @param ordinal 1 to 5, or -1 for the last; months without a fifth are left out
     */
    record MonthlyWeekday(int ordinal, DayOfWeek weekday) implements Recurrence {

        private static final int LAST = -1;

        public MonthlyWeekday {
            if (ordinal != LAST && (ordinal < 1 || ordinal > 5)) {
                throw new IllegalArgumentException("The ordinal is 1 to 5, or -1 for the last, not " + ordinal + ".");
            }
        }

        @Override
        public boolean includes(LocalDate date) {
            if (date.getDayOfWeek() != weekday) {
                return false;
            }
            return ordinal == LAST
                    ? date.getDayOfMonth() + 7 > date.lengthOfMonth()
                    : date.get(ChronoField.ALIGNED_WEEK_OF_MONTH) == ordinal;
        }
    }
}
