package io.bellwether.core.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days as the clock on the wall has them: 23, 24 and 25 hours. */
class AccountDayTest {

    /**
     * From 01:30 to 03:39 on the wall are 30 minutes to 02:00, when it is 03:00, and 39 more: 69 of 23 * 60 = 1380 minutes are
     * 5 %.
     */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 2026-03-29", "America/New_York, 2026-03-08"})
    void inSpringTheDayHas23HoursAnd69MinutesAreFivePercent(ZoneId zone, LocalDate day) {
        Account account = account(
                day,
                zone,
                ZonedDateTime.of(day, LocalTime.of(1, 30), zone),
                ZonedDateTime.of(day, LocalTime.of(3, 39), zone));

        assertThat(account.down()).isEqualTo(Duration.ofMinutes(69));
        assertThat(account.good()).isEqualTo(Duration.ofMinutes(1311));
        assertThat(account.availability()).isEqualTo(0.95);
    }

    /** From the first to the second {@code time} on the wall is an hour: 60 of 25 * 60 = 1500 minutes are 4 %. */
    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 2026-10-25, 02:30", "America/New_York, 2026-11-01, 01:30"})
    void inAutumnTheDayHas25HoursAndTheHourThatComesTwiceIsFourPercent(ZoneId zone, LocalDate day, LocalTime time) {
        ZonedDateTime either = ZonedDateTime.of(day, time, zone);

        Account account = account(day, zone, either.withEarlierOffsetAtOverlap(), either.withLaterOffsetAtOverlap());

        assertThat(account.down()).isEqualTo(Duration.ofHours(1));
        assertThat(account.good()).isEqualTo(Duration.ofHours(24));
        assertThat(account.availability()).isEqualTo(0.96);
    }

    /** Maintenance from 01:00 to 04:00 on the wall, down from 00:30: what counts is 30 minutes of 24 - 3, 23 - 2 or 25 - 4 hours. */
    @ParameterizedTest
    @CsvSource({"2026-03-28, 3", "2026-03-29, 2", "2026-10-25, 4"})
    void maintenanceOnTheWallLastsAsLongAsItReallyDoes(LocalDate day, int hours) {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        Instant maintenance = ZonedDateTime.of(day, LocalTime.of(1, 0), zone).toInstant();
        Instant over = ZonedDateTime.of(day, LocalTime.of(4, 0), zone).toInstant();

        Account account = Account.of(
                List.of(List.of(
                        run(Run.State.GOOD, from, from.plusSeconds(1800)),
                        run(Run.State.DOWN, from.plusSeconds(1800), over),
                        run(Run.State.GOOD, over, to))),
                List.of(new Span(maintenance, over)),
                from,
                to);

        assertThat(account.excluded()).isEqualTo(Duration.ofHours(hours));
        assertThat(account.down()).isEqualTo(Duration.ofMinutes(30));
        assertThat(account.availability()).isEqualTo((21 * 60 - 30) / (21.0 * 60));
    }

    @Test
    void anEmptyPeriodHasNothingInIt() {
        Instant at = Instant.parse("2026-11-01T00:00:00Z");

        Account account = Account.of(
                List.of(List.of(run(Run.State.DOWN, at.minusSeconds(600), at.plusSeconds(600)))),
                List.of(new Span(at.minusSeconds(60), at.plusSeconds(60))),
                at,
                at);

        assertThat(account)
                .isEqualTo(new Account(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, List.of()));
        assertThat(account.availability()).isNull();
    }

    private static Account account(LocalDate day, ZoneId zone, ZonedDateTime downFrom, ZonedDateTime downTo) {
        Instant from = day.atStartOfDay(zone).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
        List<Run> runs = List.of(
                run(Run.State.GOOD, from, downFrom.toInstant()),
                run(Run.State.DOWN, downFrom.toInstant(), downTo.toInstant()),
                run(Run.State.GOOD, downTo.toInstant(), to));
        return Account.of(List.of(runs), from, to);
    }

    private static Run run(Run.State state, Instant from, Instant to) {
        return new Run(state, from, to, Duration.ofMinutes(1), "because");
    }
}
