package io.bellwether.core.alert.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NoiseTest {

    private static final Span FOUR_WEEKS = new Span(Readings.BEGIN, Readings.BEGIN.plus(Duration.ofDays(28)));

    @Test
    void aFewLongEpisodesAreNoNoise() {
        Noise noise = Noise.of(episodes(4, Duration.ofHours(2)), 10, FOUR_WEEKS);

        assertThat(noise).isEqualTo(new Noise(4, 0, 480, List.of()));
    }

    @Test
    void oftenForEachIsNoise() {
        assertThat(Noise.of(episodes(13, Duration.ofHours(1)), 1, FOUR_WEEKS).warnings())
                .singleElement()
                .asString()
                .contains("3.25 times a week");
        assertThat(Noise.of(episodes(12, Duration.ofHours(1)), 1, FOUR_WEEKS).warnings())
                .isEmpty();
        assertThat(Noise.of(episodes(13, Duration.ofHours(1)), 2, FOUR_WEEKS).warnings())
                .isEmpty();
    }

    @Test
    void mostlyBriefIsNoise() {
        Noise noise = Noise.of(episodes(6, Duration.ofMinutes(14)), 10, FOUR_WEEKS);

        assertThat(noise.brief()).isEqualTo(6);
        assertThat(noise.warnings()).singleElement().asString().startsWith("6 of 6 were over within 15 min");
        assertThat(Noise.of(episodes(6, Duration.ofMinutes(15)), 10, FOUR_WEEKS).brief())
                .isZero();
    }

    @Test
    void firingMuchOfTheTimeIsNoise() {
        Played endless =
                new Played(FOUR_WEEKS.from(), FOUR_WEEKS.to().minus(Duration.ofDays(7)), null, Severity.WARNING);

        Noise noise = Noise.of(List.of(endless), 1, FOUR_WEEKS);

        assertThat(noise.brief()).isZero();
        assertThat(noise.minutes()).isEqualTo(7 * 24 * 60);
        assertThat(noise.warnings()).singleElement().asString().contains("25 % of the time");
        assertThat(Noise.of(List.of(endless), 2, FOUR_WEEKS).warnings()).isEmpty();
    }

    @Test
    void withoutSubjectsThereIsNothingToSay() {
        assertThat(Noise.of(List.of(), 0, FOUR_WEEKS)).isEqualTo(new Noise(0, 0, 0, List.of()));
    }

    private static List<Played> episodes(int count, Duration length) {
        return IntStream.range(0, count)
                .mapToObj(index -> FOUR_WEEKS.from().plus(Duration.ofDays(index)))
                .map(at -> new Played(at, at, end(at, length), Severity.WARNING))
                .toList();
    }

    private static Instant end(Instant at, Duration length) {
        return at.plus(length);
    }
}
