package io.bellwether.core.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One character a minute: what was seen, and what is excluded. */
class MeasuredTest {

    private static final Strip STRIP = new Strip(Instant.parse("2026-11-01T00:00:00Z"), Duration.ofMinutes(1));

    @Test
    void aTimeDividesIntoGoodBadUnknownAndExcluded() {
        Measured measured = measured(
                "GGGGDDDDUU..GGGGGGGG", //
                "......xx........xx..");

        assertThat(measured).isEqualTo(minutes(4 + 4 + 2, 2, 4, 2));
        assertThat(measured.goodShare()).isEqualTo(10.0 / 12);
        assertThat(measured.accounted()).isEqualTo(Duration.ofMinutes(16));
    }

    @ParameterizedTest
    @CsvSource({
        "GGGG, ...., 0",
        "GDGD, ...., 2",
        "DDDD, ...., 4",
        "DDDD, .xx., 2",
        "DDDD, xxxx, 0",
        "UU.., ...., 0",
    })
    void badObservationsCountOneByOneUnlessTheyAreExcluded(String seen, String excluded, long bad) {
        assertThat(measured(seen, excluded).badCount()).isEqualTo(bad);
    }

    @Test
    void anObservationBelongsToTheTimeItWasDueIn() {
        List<Run> down = STRIP.runs("DDDDD");

        assertThat(count(down, STRIP.at(1), STRIP.at(3))).isEqualTo(2);
        assertThat(count(down, STRIP.at(1).plusSeconds(1), STRIP.at(3).plusSeconds(1)))
                .isEqualTo(2);
        assertThat(count(down, STRIP.at(4).plusSeconds(30), STRIP.at(9))).isZero();
        assertThat(count(down, STRIP.at(-5), STRIP.at(9))).isEqualTo(5);
    }

    @Test
    void probesThatAreDownTogetherTellOfOneMinute() {
        Measured measured = Measured.of(
                List.of(STRIP.runs("GDG"), STRIP.runs("GDG"), STRIP.runs("GDG")),
                List.of(),
                new Span(STRIP.at(0), STRIP.at(3)));

        assertThat(measured).isEqualTo(minutes(2, 1, 0, 1));
    }

    @Test
    void whatIsLeftOfATimeIsInOrderAndWithoutOverlap() {
        Spans spans = new Spans(List.of(span(15, 60), span(3, 8), span(-10, 2), span(5, 9), span(4, 6)));

        assertThat(spans.gaps(span(0, 20))).containsExactly(span(2, 3), span(9, 15));
        assertThat(spans.gaps(span(3, 9))).isEmpty();
        assertThat(spans.gaps(span(10, 12))).containsExactly(span(10, 12));
        assertThat(spans.gaps(span(59, 61))).containsExactly(span(60, 61));
        assertThat(spans.gaps(span(12, 12))).isEmpty();
    }

    @Test
    void ofNothingNothingIsKnown() {
        assertThat(Measured.NOTHING.goodShare()).isNull();
        assertThat(Measured.NOTHING.plus(minutes(3, 2, 1, 2))).isEqualTo(minutes(3, 2, 1, 2));
    }

    private static Measured measured(String seen, String excluded) {
        return Measured.of(
                List.of(STRIP.runs(seen)), STRIP.excluded(excluded), new Span(STRIP.at(0), STRIP.at(seen.length())));
    }

    private static long count(List<Run> runs, Instant from, Instant to) {
        return Measured.of(List.of(runs), List.of(), new Span(from, to)).badCount();
    }

    private static Span span(int from, int to) {
        return new Span(STRIP.at(from), STRIP.at(to));
    }

    private static Measured minutes(int good, int bad, int unknown, long badCount) {
        return new Measured(Duration.ofMinutes(good), Duration.ofMinutes(bad), Duration.ofMinutes(unknown), badCount);
    }
}
