package io.bellwether.core.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowTest {

    @ParameterizedTest
    @CsvSource({
        "a week of 7 days,             WEEK,    Europe/Berlin,    2026-11-22T12:00:00Z, 2026-11-15T23:00:00Z, 168",
        "a week with a 23-hour day,    WEEK,    Europe/Berlin,    2026-03-27T12:00:00Z, 2026-03-22T23:00:00Z, 167",
        "a week with a 25-hour day,    WEEK,    America/New_York, 2026-11-01T12:00:00Z, 2026-10-26T04:00:00Z, 169",
        "31 days less an hour,         MONTH,   Europe/Berlin,    2026-03-10T00:00:00Z, 2026-02-28T23:00:00Z, 743",
        "31 days less an hour,         MONTH,   America/New_York, 2026-03-10T00:00:00Z, 2026-03-01T05:00:00Z, 743",
        "31 days and an hour,          MONTH,   Europe/Berlin,    2026-10-10T00:00:00Z, 2026-09-30T22:00:00Z, 745",
        "30 days and an hour,          MONTH,   America/New_York, 2026-11-10T00:00:00Z, 2026-11-01T04:00:00Z, 721",
        "28 days,                      MONTH,   UTC,              2026-02-10T00:00:00Z, 2026-02-01T00:00:00Z, 672",
        "the leap day makes 29,        MONTH,   UTC,              2028-02-29T23:59:59Z, 2028-02-01T00:00:00Z, 696",
        "31 + 28 + 31 days less one h, QUARTER, Europe/Berlin,    2026-03-31T21:59:59Z, 2025-12-31T23:00:00Z, 2159",
        "31 + 30 + 31 days and one h,  QUARTER, Europe/Berlin,    2026-12-31T22:59:59Z, 2026-09-30T22:00:00Z, 2209",
        "365 days: both hours cancel,  YEAR,    Europe/Berlin,    2026-07-01T00:00:00Z, 2025-12-31T23:00:00Z, 8760",
        "366 days,                     YEAR,    America/New_York, 2028-07-01T00:00:00Z, 2028-01-01T05:00:00Z, 8784"
    })
    void aCalendarWindowIsAsLongAsItsDaysReallyAre(
            String why, Window.Unit unit, ZoneId zone, Instant at, Instant from, int hours) {
        Span span = new Window.Calendar(unit, zone).at(at);

        assertThat(span.from()).as(why).isEqualTo(from);
        assertThat(span.length()).as(why).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void theMomentOfMidnightBelongsToTheMonthThatBegins() {
        Window month = new Window.Calendar(Window.Unit.MONTH, ZoneId.of("Europe/Berlin"));
        Instant midnight = Instant.parse("2026-03-31T22:00:00Z");

        assertThat(month.at(midnight).from()).isEqualTo(midnight);
        assertThat(month.at(midnight.minusMillis(1)).to()).isEqualTo(midnight);
    }

    @Test
    void aMonthWhoseFirstDayHasNoMidnightBeginsAtItsFirstMoment() {
        // In Asunción the clocks went from 24:00 on 30 September 2017 to 01:00 on 1 October.
        Span october = new Window.Calendar(Window.Unit.MONTH, ZoneId.of("America/Asuncion"))
                .at(Instant.parse("2017-10-10T00:00:00Z"));

        assertThat(october.from()).isEqualTo(Instant.parse("2017-10-01T04:00:00Z"));
        assertThat(october.length()).isEqualTo(Duration.ofHours(743));
    }

    @Test
    void rollingDaysHave24HoursWhateverTheClocksDid() {
        Instant now = Instant.parse("2026-03-29T12:00:00Z");

        Span span = new Window.Rolling(30).at(now);

        assertThat(span.to()).isEqualTo(now);
        assertThat(span.length()).isEqualTo(Duration.ofDays(30));
        assertThatIllegalArgumentException().isThrownBy(() -> new Window.Rolling(0));
    }
}
