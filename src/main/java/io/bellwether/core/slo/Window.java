package io.bellwether.core.slo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;

/** The time over which an objective is judged. */
public sealed interface Window {

    /** The span to judge at a time: it ends at that time or contains it. */
    Span at(Instant time);

    /**
     * The last days, each of 24 hours whatever the clocks did.
     *
     * @param days at least 1
     */
    record Rolling(int days) implements Window {

        public Rolling {
            if (days < 1) {
                throw new IllegalArgumentException("A rolling window has at least one day, not " + days + ".");
            }
        }

        @Override
        public Span at(Instant time) {
            return new Span(time.minus(Duration.ofDays(days)), time);
        }
    }

    /** The week, month, quarter or year as the calendar of a place has it, so with days of 23 and 25 hours too. */
    record Calendar(Unit unit, ZoneId zone) implements Window {

        @Override
        public Span at(Instant time) {
            LocalDate first = unit.firstDay(LocalDate.ofInstant(time, zone));
            return new Span(
                    first.atStartOfDay(zone).toInstant(),
                    unit.next(first).atStartOfDay(zone).toInstant());
        }
    }

    /** A week begins on Monday (ISO 8601). */
    enum Unit {
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        private LocalDate firstDay(LocalDate day) {
            return switch (this) {
                case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                case MONTH -> day.withDayOfMonth(1);
                case QUARTER -> day.with(IsoFields.DAY_OF_QUARTER, 1);
                case YEAR -> day.withDayOfYear(1);
            };
        }

        private LocalDate next(LocalDate first) {
            return switch (this) {
                case WEEK -> first.plusWeeks(1);
                case MONTH -> first.plusMonths(1);
                case QUARTER -> first.plusMonths(3);
                case YEAR -> first.plusYears(1);
            };
        }
    }
}
