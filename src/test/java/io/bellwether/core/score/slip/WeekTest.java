package io.bellwether.core.score.slip;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.score.DailyIndex;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeekTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-16");

    @ParameterizedTest
    @CsvSource({
        "2026-11-16, 2026-11-16",
        "2026-11-22, 2026-11-16",
        "2026-11-23, 2026-11-23",
        "1970-01-01, 1969-12-29",
        "1969-12-28, 1969-12-22",
    })
    void weeksBeginOnMonday(LocalDate day, LocalDate monday) {
        assertThat(new Week(Week.number(day), 0).monday()).isEqualTo(monday);
    }

    @Test
    void aWeekIsItsMedianOnceItIsOver() {
        List<DailyIndex> days = days(MONDAY, 90, 91, 20, 93, 94, 95, 96);

        assertThat(Week.before(MONDAY.plusDays(6), days)).isEmpty();
        assertThat(Week.before(MONDAY.plusDays(7), days)).containsExactly(new Week(Week.number(MONDAY), 93));
    }

    @Test
    void twoDaysAreNoWeek() {
        assertThat(Week.before(MONDAY.plusDays(7), days(MONDAY, 90, 91))).isEmpty();
        assertThat(Week.before(MONDAY.plusDays(7), days(MONDAY, 90, 91, 92, 93)))
                .extracting(Week::median)
                .containsExactly(91.5);
    }

    private static List<DailyIndex> days(LocalDate first, int... indices) {
        return IntStream.range(0, indices.length)
                .mapToObj(i -> new DailyIndex(first.plusDays(i), indices[i], "1"))
                .toList();
    }
}
