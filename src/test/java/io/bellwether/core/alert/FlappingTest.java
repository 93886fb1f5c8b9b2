package io.bellwether.core.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlappingTest {

    @ParameterizedTest(name = "{0} changes in a row are {1} %")
    @CsvSource({"0, 0", "1, 6", "5, 28.947", "6, 34.421", "20, 100", "40, 100"})
    void newerChangesCountMore(int changes, double percent) {
        assertThat(Flapping.percent(newest(changes))).isCloseTo(percent, within(0.001));
    }

    @Test
    void theOldestOfTwentyCountsLeast() {
        assertThat(Flapping.percent(List.of(19))).isCloseTo(4, within(1e-9));
        assertThat(Flapping.percent(List.of(20))).isZero();
        assertThat(Flapping.percent(List.of(-1))).isZero();
    }

    @Test
    void aChangeCountsOnce() {
        assertThat(Flapping.percent(List.of(3, 3))).isEqualTo(Flapping.percent(List.of(3)));
    }

    @Test
    void beginsAboveTheHighMarkAndEndsBelowTheLowOne() {
        Flapping flapping = new Flapping(30, 20);

        assertThat(flapping.holds(false, 30)).isFalse();
        assertThat(flapping.holds(false, 30.1)).isTrue();
        assertThat(flapping.holds(true, 20)).isTrue();
        assertThat(flapping.holds(true, 19.9)).isFalse();
    }

    /** Good and bad by turns for 40 results, then steady. */
    @Test
    void beginsAtTheSixthChangeAndEndsOnceItIsSteady() {
        boolean flaps = false;
        int beganAt = 0;
        int endedAt = 0;
        for (int result = 1; result <= 80; result++) {
            int now = result;
            List<Integer> ages = IntStream.rangeClosed(1, Math.min(now, 40))
                    .mapToObj(change -> now - change)
                    .toList();
            boolean holds = Flapping.DEFAULT.holds(flaps, Flapping.percent(ages));
            beganAt = holds && !flaps ? result : beganAt;
            endedAt = flaps && !holds ? result : endedAt;
            flaps = holds;
        }

        assertThat(beganAt).isEqualTo(6);
        assertThat(endedAt).isEqualTo(56);
        assertThat(flaps).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"20, 30", "20, 20", "30, 0", "100, 20", "NaN, 20"})
    void theMarksAreInOrder(double start, double stop) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Flapping(start, stop));
    }

    private static List<Integer> newest(int changes) {
        return IntStream.range(0, changes).boxed().toList();
    }
}
