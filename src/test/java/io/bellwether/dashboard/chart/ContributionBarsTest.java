package io.bellwether.dashboard.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.dashboard.chart.ContributionBars.Bar;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContributionBarsTest {

    @Test
    void whatAddsGoesRightAndWhatTakesGoesLeftTheLongestFirst() {
        assertThat(ContributionBars.of(Map.of("a", 0.5, "b", -2.0, "c", 1.0)).bars())
                .containsExactly(
                        new Bar("b", -2.0, "0", "100"), new Bar("c", 1.0, "100", "50"), new Bar("a", 0.5, "100", "25"));
    }

    @Test
    void nothingIsNoBar() {
        assertThat(ContributionBars.of(Map.of()).bars()).isEmpty();
        assertThat(ContributionBars.of(Map.of("a", 0.0)).bars()).containsExactly(new Bar("a", 0.0, "100", "0"));
    }

    @Test
    void onlyWhatIsMoreThanNothingAdds() {
        assertThat(new Bar("a", 0.1, "", "").adds()).isTrue();
        assertThat(new Bar("a", -0.1, "", "").adds()).isFalse();
    }
}
