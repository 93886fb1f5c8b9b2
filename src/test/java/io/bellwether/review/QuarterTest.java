package io.bellwether.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.bellwether.platform.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    @ParameterizedTest
    @CsvSource({
        "2026-Q1, 2026-01-01T00:00:00Z, 2026-04-01T00:00:00Z, 2025-Q4",
        "2026-Q2, 2026-04-01T00:00:00Z, 2026-07-01T00:00:00Z, 2026-Q1",
        "2026-Q3, 2026-07-01T00:00:00Z, 2026-10-01T00:00:00Z, 2026-Q2",
        "2026-Q4, 2026-10-01T00:00:00Z, 2027-01-01T00:00:00Z, 2026-Q3"
    })
    void beginsAndEndsWithItsMonths(String text, Instant start, Instant end, String previous) {
        Quarter quarter = Quarter.parse(text);

        assertThat(quarter.start(UTC)).isEqualTo(start);
        assertThat(quarter.end(UTC)).isEqualTo(end);
        assertThat(quarter.previous()).hasToString(previous);
        assertThat(quarter).hasToString(text);
    }

    @Test
    void beginsAtMidnightOfItsZoneInSummerAndInWinter() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(Quarter.parse("2026-Q1").start(berlin)).isEqualTo("2025-12-31T23:00:00Z");
        assertThat(Quarter.parse("2026-Q1").end(berlin)).isEqualTo("2026-03-31T22:00:00Z");
    }

    @Test
    void consistsOfThreeMonths() {
        assertThat(Quarter.parse("2026-Q4").months())
                .containsExactly(YearMonth.of(2026, 10), YearMonth.of(2026, 11), YearMonth.of(2026, 12));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-31, 2026-Q1", "2026-04-01, 2026-Q2", "2026-12-31, 2026-Q4"})
    void holdsItsDays(LocalDate day, String quarter) {
        assertThat(Quarter.of(day)).hasToString(quarter);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-Q0", "2026-Q5", "2026Q4", "2026-q4", "26-Q4", "2026-Q4 ", "２０２６-Q4"})
    void refusesWhatIsNoQuarterAndPointsAtThePeriod(String text) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> Quarter.parse(text))
                .satisfies(problem -> {
                    assertThat(problem.status()).isEqualTo(400);
                    assertThat(problem.errors())
                            .singleElement()
                            .extracting(Problem.FieldError::pointer)
                            .isEqualTo("/period");
                });
    }
}
