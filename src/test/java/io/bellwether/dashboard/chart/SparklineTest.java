package io.bellwether.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTest {

    @Test
    void runsFromTheLeftMarginToTheRightOne() {
        assertThat(Sparkline.of(List.of(50, 80)).line()).isEqualTo("M3 21L93 3");
    }

    @Test
    void showsASmallWobbleAsSmall() {
        String line = Sparkline.of(List.of(70, 71, 70)).line();

        assertThat(line).isEqualTo("M3 12.3L48 11.7L93 12.3");
    }

    @Test
    void staysInsideItsDrawingAtBothEndsOfTheScale() {
        assertThat(Sparkline.of(List.of(100, 100)).line()).isEqualTo("M3 3L93 3");
        assertThat(Sparkline.of(List.of(0, 0)).line()).isEqualTo("M3 21L93 21");
    }

    @Test
    void leavesAGapWhereADayIsMissing() {
        String line = Sparkline.of(Arrays.asList(60, 60, null, 60, 60)).line();

        assertThat(line.chars().filter(letter -> letter == 'M').count()).isEqualTo(2);
    }

    @Test
    void showsALoneDayAsADot() {
        assertThat(Sparkline.of(Arrays.asList(null, 60, null)).line()).isEqualTo("M48 12h0");
    }

    @Test
    void saysSoWhenThereIsNoHistory() {
        Sparkline nothing = Sparkline.of(Collections.nCopies(30, null));

        assertThat(nothing.empty()).isTrue();
        assertThat(nothing.summary()).isEqualTo("no history yet");
    }

    @Test
    void tellsItsCourseInWords() {
        assertThat(Sparkline.of(List.of(90, 70, 84)).summary()).isEqualTo("from 90 to 84");
        assertThat(Sparkline.of(List.of(90, 90)).summary()).isEqualTo("steady at 90");
    }
}
