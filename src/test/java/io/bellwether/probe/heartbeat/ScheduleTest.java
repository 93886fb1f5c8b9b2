package io.bellwether.probe.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @Test
    void anIntervalBeginsWithEachHeartbeat() {
        Instant now = Instant.parse("2026-11-20T08:00:07Z");

        assertThat(Schedule.every(Duration.ofHours(2)).next(now)).contains(now.plusSeconds(7_200));
    }

    @ParameterizedTest(name = "{0} in {1} after {2} is {3}")
    @CsvSource(delimiter = '|', textBlock = """
            */5 * * * *         | UTC              | 2026-11-20T08:01:00Z | 2026-11-20T08:05:00Z
            0 9 * * 1-5         | UTC              | 2026-11-20T10:00:00Z | 2026-11-23T09:00:00Z
            0 9 * * 7           | UTC              | 2026-11-20T10:00:00Z | 2026-11-22T09:00:00Z
            0 9 13 * 5          | UTC              | 2026-11-20T10:00:00Z | 2026-11-27T09:00:00Z
            0 3 * * *           | America/New_York | 2026-11-20T10:00:00Z | 2026-11-21T08:00:00Z
            0 0 9 ? * MON-FRI   | UTC              | 2026-11-20T10:00:00Z | 2026-11-23T09:00:00Z
            0 0 9 L * ?         | UTC              | 2026-11-20T10:00:00Z | 2026-11-30T09:00:00Z
            0 0 9 1 1 ? 2030    | UTC              | 2026-11-20T10:00:00Z | 2030-01-01T09:00:00Z
            0 0 29 2 *          | UTC              | 2026-11-20T10:00:00Z | 2028-02-29T00:00:00Z
            """)
    void readsBothDialects(String cron, ZoneId zone, Instant after, Instant next) {
        assertThat(new CronSchedule(cron, zone).next(after)).contains(next);
    }

    @ParameterizedTest(name = "after {0} comes {1}")
    @CsvSource({
        // 02:30 does not exist on the day the clocks go forward, and exists twice on the day they go back.
        "2026-03-28T01:30:00Z, 2026-03-30T00:30:00Z",
        "2026-10-24T00:30:00Z, 2026-10-25T00:30:00Z",
        "2026-10-25T00:30:00Z, 2026-10-26T01:30:00Z",
    })
    void keepsLocalTimeWhenTheClocksChange(Instant after, Instant next) {
        assertThat(new CronSchedule("30 2 * * *", ZoneId.of("Europe/Berlin")).next(after))
                .contains(next);
    }

    @ParameterizedTest(name = "{0} after {1} comes {2}")
    @CsvSource({
        "0 * * * *, 2026-10-24T23:00:00Z, 2026-10-25T00:00:00Z",
        "0 * * * *, 2026-10-25T00:00:00Z, 2026-10-25T02:00:00Z",
        "* * * * *, 2026-10-25T00:59:00Z, 2026-10-25T02:00:00Z",
        "* * * * *, 2026-10-25T01:30:00Z, 2026-10-25T02:00:00Z",
    })
    void anHourThatComesTwiceIsDueOnce(String cron, Instant after, Instant next) {
        assertThat(new CronSchedule(cron, ZoneId.of("Europe/Berlin")).next(after))
                .contains(next);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2026-11-20T02:59:55Z, 2026-11-21T03:00:00Z", "2026-11-20T02:59:54Z, 2026-11-20T03:00:00Z"})
    void aClockThatIsALittleFastDoesNotMakeItDueTwice(Instant after, Instant next) {
        assertThat(new CronSchedule("0 3 * * *", ZoneId.of("UTC")).next(after)).contains(next);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0 3 * *", "every day", "61 * * * *", "@daily", "* * * * * *", "0 0 30 2 *", "0 3 * * MON#9"
            })
    void refusesWhatIsNoneOrNeverComes(String cron) {
        assertThat(new CronExpression().fault(cron)).startsWith("Must be").endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"* * * * *", " 0  3 * * * ", "0 0 9 1 1 ? 2020"})
    void acceptsWhatHasComeAtSomeTime(String cron) {
        assertThat(new CronExpression().fault(cron)).isNull();
    }
}
