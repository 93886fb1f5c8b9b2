package io.bellwether.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Phases;
import io.bellwether.dashboard.chart.PhaseBar.Segment;
import org.junit.jupiter.api.Test;

class PhaseBarTest {

    @Test
    void fillsItsWidthInTheOrderOfThePhases() {
        PhaseBar bar = PhaseBar.of(new Phases(10.0, 20.0, 30.0, 35.0, 5.0));

        assertThat(bar.segments())
                .containsExactly(
                        new Segment("dns", "0", "10", 10),
                        new Segment("connect", "10", "20", 20),
                        new Segment("tls", "30", "30", 30),
                        new Segment("first byte", "60", "35", 35),
                        new Segment("transfer", "95", "5", 5));
    }

    @Test
    void leavesOutWhatDidNotHappen() {
        PhaseBar bar = PhaseBar.of(new Phases(null, 25.0, null, 75.0, null));

        assertThat(bar.segments()).extracting(Segment::phase).containsExactly("connect", "first byte");
        assertThat(bar.summary()).isEqualTo("connect 25 ms, first byte 75 ms");
    }

    @Test
    void isEmptyWithoutPhases() {
        assertThat(PhaseBar.of(Phases.NONE).empty()).isTrue();
        assertThat(PhaseBar.of(new Phases(0.0, 0.0, null, null, null)).empty()).isTrue();
    }
}
