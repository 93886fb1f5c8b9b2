package io.bellwether.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatencyScoreTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "200, 200, 0, 100", // as usual
        "200, 230, 0, 100", // a little slower is noise
        "200, 300, 0, 90",
        "200, 400, 0, 75",
        "200, 600, 0, 55",
        "200, 950, 0, 42",
        "20, 60, 0, 100", // three times slower, and nobody feels it
        "2000, 2000, 0, 90", // as usual, and slow
        "200, 200, 0.05, 95",
        "200, 200, 0.25, 80",
        "200, 200, 1, 60",
        "500, 10000, 1, 0",
    })
    void weighsFactorSlownessAndDegradedAnswers(double baseline, double recent, double degraded, int expected) {
        assertThat(score(evidence(recent, 100, baseline, 1000, degraded))).isEqualTo(expected);
    }

    @Test
    void theProbeThatLostMostSpeaksForTheVendor() {
        DimensionScore score = LatencyScore.of(List.of(
                evidence(200, 100, 200.0, 1000, 0), evidence(600, 100, 200.0, 1000, 0), evidence(300, 9, null, 0, 0)));

        assertThat(score.score()).isEqualTo(55);
        assertThat(score.drivers()).extracting(Driver::signal).containsExactly("slower-than-usual");
    }

    @ParameterizedTest
    @CsvSource({"30, 200, 1.0", "15, 200, 0.75", "300, 0, 0.5", "6, 20, 0.15"})
    void confidenceGrowsWithTheObservations(long recent, long baseline, double expected) {
        assertThat(LatencyScore.of(List.of(evidence(200, recent, 200.0, baseline, 0)))
                        .confidence())
                .isEqualTo(expected);
    }

    @Test
    void aBaselineOfAHandfulIsNone() {
        assertThat(score(evidence(900, 100, 200.0, 19, 0))).isEqualTo(100);
        assertThat(score(evidence(900, 100, 200.0, 20, 0))).isEqualTo(44);
    }

    @Test
    void tooFewAnswersAreNoScore() {
        assertThat(LatencyScore.of(List.of()).score()).isNull();
        assertThat(LatencyScore.of(List.of(evidence(9000, 4, 200.0, 1000, 1))).score())
                .isNull();
    }

    @RepeatedTest(200)
    void slowerNeverRaisesTheScore(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double baseline = random.nextDouble(20, 3000);
        double recent = random.nextDouble(20, 12000);
        double degraded = random.nextDouble();
        int before = score(evidence(recent, 50, baseline, 500, degraded));

        assertThat(score(evidence(recent * (1 + random.nextDouble()), 50, baseline, 500, degraded)))
                .isLessThanOrEqualTo(before);
        assertThat(score(evidence(recent, 50, baseline, 500, random.nextDouble(degraded, 1))))
                .isLessThanOrEqualTo(before);
        assertThat(score(evidence(recent, 50, null, 0, degraded))).isGreaterThanOrEqualTo(before);
    }

    private static int score(LatencyEvidence evidence) {
        return LatencyScore.of(List.of(evidence)).score();
    }

    private static LatencyEvidence evidence(
            double recent, long recentCount, @Nullable Double baseline, long baselineCount, double degraded) {
        return new LatencyEvidence(
                recent, recentCount, baseline, baselineCount, degraded, NOW.minus(Duration.ofDays(1)), NOW, "/series");
    }
}
