package io.bellwether.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Voices;
import io.bellwether.core.score.slip.Crossing;
import io.bellwether.core.score.slip.Slip;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SlipChartTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    /** Of 91 days, so that ten units of the drawing are a day while nothing lies ahead. */
    private static final LocalDate TODAY = FIRST.plusDays(90);

    @Test
    void drawsTheIndexAndItsFloorOverTheWholeWidth() {
        SlipChart chart = SlipChart.of(days(80), 75, null);

        assertThat(chart.line()).startsWith("M0 32L10 32").endsWith("L900 32");
        assertThat(chart.floor()).isEqualTo("M0 40H900");
        assertThat(chart.marks()).isNull();
        assertThat(chart.to()).isEqualTo(TODAY);
        assertThat(chart.summary())
                .isEqualTo("Viability index over 91 days: first 80, now 80, lowest 80. Good enough from 75.");
    }

    @Test
    void marksWhereASlipBeganAndWhatWasUsualBefore() {
        SlipChart.Marks marks =
                SlipChart.of(days(80), 75, slip(FIRST.plusDays(30), null)).marks();

        assertThat(marks).isEqualTo(new SlipChart.Marks("M300 0V160", "M0 16H300", "M300 32H900", "", ""));
    }

    @Test
    void goesOnToWhereTheIndexCrossesItsFloorWithTheInterval() {
        Crossing crossing = new Crossing(TODAY.plusDays(40), TODAY.plusDays(20), TODAY.plusDays(90));
        SlipChart chart = SlipChart.of(days(80), 75, slip(FIRST.plusDays(30), crossing));

        assertThat(chart.to()).isEqualTo(TODAY.plusDays(90));
        assertThat(chart.line()).endsWith("L450 32");
        assertThat(chart.marks().projection()).isEqualTo("M450 32L650 40");
        assertThat(chart.marks().interval()).isEqualTo("M550 40H900");
        assertThat(chart.summary())
                .contains("Slipping since 2026-01-31, usual 90, since then 80.", "Heading for 75 around 2026-05-11.");
    }

    @Test
    void anIntervalWithoutAnEndReachesTheEdgeAndNothingLiesTooFarAhead() {
        Crossing crossing = new Crossing(TODAY.plusDays(700), TODAY.plusDays(20), null);
        SlipChart chart = SlipChart.of(days(80), 75, slip(FIRST.plusDays(30), crossing));

        assertThat(chart.to()).isEqualTo(TODAY.plusDays(400));
        assertThat(chart.marks().interval()).endsWith("H900");
        assertThat(chart.marks().projection()).endsWith("L900 40");
    }

    @Test
    void aSlipThatBeganBeforeTheFirstDayBeginsAtTheEdge() {
        assertThat(SlipChart.of(days(80), 75, slip(FIRST.minusDays(30), null))
                        .marks()
                        .begin())
                .isEqualTo("M0 0V160");
    }

    @Test
    void withoutAnIndexItIsEmpty() {
        assertThat(SlipChart.of(days(null), 75, null).empty()).isTrue();
        assertThat(SlipChart.of(days(80), 75, null).empty()).isFalse();
    }

    private static Slip slip(LocalDate since, @Nullable Crossing crossing) {
        return new Slip(since, 90, 80, 10, 75, crossing, new Voices("slips", "slips"));
    }

    private static List<Day> days(@Nullable Integer index) {
        return IntStream.rangeClosed(0, 90)
                .mapToObj(i -> new Day(FIRST.plusDays(i), index, null))
                .toList();
    }
}
