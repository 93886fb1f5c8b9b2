package io.bellwether.core.slo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two hours, a stretch each; a probe that answers is drawn every ten minutes. */
class SpeedTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Strip STRIP = new Strip(START, Duration.ofMinutes(10));
    private static final Span TWO_HOURS = new Span(START, START.plus(Duration.ofHours(2)));

    @Test
    void slowAnswersSpeakForAsMuchTimeAsFastOnes() {
        // 2 of 6 in the first hour are 20 minutes, 3 of 6 in the second are 30.
        Measured measured = Speed.of(List.of(List.of(hour(0, "GGGGGG", 2), hour(6, "GGGGGG", 3))), TWO_HOURS);

        assertThat(measured).isEqualTo(minutes(70, 50, 0, 5));
    }

    @Test
    void timeWithoutAGoodAnswerHasNoLatency() {
        // Of 40 minutes that were answered, half of the answers were slow.
        Measured measured = Speed.of(List.of(List.of(hour(0, "GGDDUU", 1), hour(6, "..GG..", 1))), TWO_HOURS);

        assertThat(measured).isEqualTo(minutes(20, 20, 80, 2));
    }

    @Test
    void aChangeOfTheIntervalTipsNoScale() {
        Strip often = new Strip(START.plus(Duration.ofHours(1)), Duration.ofMinutes(1));
        Answers second = new Answers(often.runs("G".repeat(60)), 60, 60);

        // All fast with 6 answers, then all slow with 60: half of the time and not ten of eleven.
        assertThat(Speed.of(List.of(List.of(hour(0, "GGGGGG", 0), second)), TWO_HOURS))
                .isEqualTo(minutes(60, 60, 0, 60));
    }

    @Test
    void probesAreTakenTogetherByTheTimeTheyAnswered() {
        List<Answers> fast = List.of(hour(0, "GGGGGG", 0), hour(6, "GGGGGG", 0));
        List<Answers> slow = List.of(hour(0, "GGGGGG", 6));

        // A third of the 180 minutes that both answered, of the 120 in which any did.
        assertThat(Speed.of(List.of(fast, slow), TWO_HOURS)).isEqualTo(minutes(80, 40, 0, 6));
    }

    @Test
    void onlyTheTimeAskedForCounts() {
        Span half = new Span(START.plus(Duration.ofMinutes(30)), START.plus(Duration.ofMinutes(90)));

        assertThat(Speed.of(List.of(List.of(hour(0, "...GGG", 3), hour(6, "GGG", 0))), half))
                .isEqualTo(minutes(30, 30, 0, 3));
        assertThat(Speed.of(List.of(), half)).isEqualTo(minutes(0, 0, 60, 0));
    }

    private static Answers hour(int from, String seen, long slow) {
        List<Run> runs = STRIP.runs(".".repeat(from) + seen);
        return new Answers(
                runs, slow, seen.chars().filter(state -> state == 'G').count());
    }

    private static Measured minutes(int good, int bad, int unknown, long badCount) {
        return new Measured(Duration.ofMinutes(good), Duration.ofMinutes(bad), Duration.ofMinutes(unknown), badCount);
    }
}
