package io.bellwether.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.dashboard.chart.HistoryChart.Cell;
import io.bellwether.dashboard.chart.HistoryChart.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryChartTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 25);

    @Test
    void drawsOneCellPerDayOverTheWholeWidth() {
        List<Cell> cells = HistoryChart.of(days(90)).cells();

        assertThat(cells).hasSize(90);
        assertThat(cells.getFirst().x()).isEqualTo("1");
        assertThat(Double.parseDouble(cells.getLast().x())
                        + Double.parseDouble(cells.getLast().width()))
                .isEqualTo(HistoryChart.WIDTH - 1.0);
    }

    @Test
    void putsHundredAtTheTopAndZeroAtTheBottom() {
        HistoryChart chart = HistoryChart.of(List.of(new Day(FIRST, 100, 1.0), new Day(FIRST.plusDays(1), 0, 1.0)));

        assertThat(chart.line()).isEqualTo("M225 0L675 160");
    }

    @Test
    void closesTheAreaOfEachRunOfKnownDays() {
        HistoryChart chart = HistoryChart.of(List.of(
                new Day(FIRST, 50, null),
                new Day(FIRST.plusDays(1), null, null),
                new Day(FIRST.plusDays(2), 50, null)));

        assertThat(chart.area()).isEqualTo("M150 160L150 80L150 160ZM750 160L750 80L750 160Z");
    }

    @ParameterizedTest
    @CsvSource({"1,FULL", "0.9999,GOOD", "0.999,GOOD", "0.9989,FAIR", "0.98,FAIR", "0.5,POOR", ",UNKNOWN"})
    void colorsADayByItsAvailability(Double availability, Level level) {
        assertThat(Level.of(availability)).isEqualTo(level);
    }

    @Test
    void isEmptyOnlyWithoutIndexAndAvailability() {
        assertThat(HistoryChart.of(List.of(new Day(FIRST, null, null))).empty()).isTrue();
        assertThat(HistoryChart.of(List.of(new Day(FIRST, null, 1.0))).empty()).isFalse();
        assertThat(HistoryChart.of(List.of(new Day(FIRST, 80, null))).empty()).isFalse();
    }

    @Test
    void tellsItsCourseInWords() {
        HistoryChart chart = HistoryChart.of(List.of(
                new Day(FIRST, 90, null), new Day(FIRST.plusDays(1), 40, null), new Day(FIRST.plusDays(2), 60, null)));

        assertThat(chart.summary()).isEqualTo("Viability index over 3 days: first 90, now 60, lowest 40.");
    }

    private static List<Day> days(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Day(FIRST.plusDays(i), 90, 1.0))
                .toList();
    }
}
