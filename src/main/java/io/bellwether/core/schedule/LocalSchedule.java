package io.bellwether.core.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.stream.Stream;

/**
 * A reading of the clocks of a place on some days. Where the clocks jump over the reading it is taken to be as much later as
 * they jump; where they show it twice, the first counts.
 */
public record LocalSchedule(ZoneId zone, Recurrence days, LocalTime at) {

    /** A year has each day of the month, and each fifth weekday, at least once. */
    private static final int LONGEST_PAUSE_DAYS = 366;

    /** The first time after the given one. */
    public Instant after(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, zone).minusDays(1);
        return times(Stream.iterate(day, date -> date.plusDays(1)))
                .filter(found -> found.isAfter(time))
                .findFirst()
                .orElseThrow();
    }

    /** The last time that is not after the given one. */
    public Instant atOrBefore(Instant time) {
        LocalDate day = LocalDate.ofInstant(time, zone).plusDays(1);
        return times(Stream.iterate(day, date -> date.minusDays(1)))
                .filter(found -> !found.isAfter(time))
                .findFirst()
                .orElseThrow();
    }

    private Stream<Instant> times(Stream<LocalDate> dates) {
        return dates.limit(LONGEST_PAUSE_DAYS).filter(days::includes).map(this::on);
    }

    private Instant on(LocalDate day) {
        return ZonedDateTime.of(day, at, zone).withEarlierOffsetAtOverlap().toInstant();
    }
}
