package io.bellwether.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.score.UptimeEvidence.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UptimeScoreTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1.0, 100",
        "0.9999, 100",
        "0.999, 90",
        "0.998, 86",
        "0.995, 75",
        "0.99, 60",
        "0.95, 30",
        "0.90, 0",
        "0.2, 0"
    })
    void followsTheCurveOfAvailability(double availability, int expected) {
        assertThat(UptimeScore.of(evidence(availability, 1, null, 0), NOW).score())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0, 85", "40, 75", "60, 70", "6000, 70"})
    void anOutageThatLastsTakesMoreWithTheTime(long minutes, int expected) {
        Outage outage = new Outage(NOW.minus(Duration.ofMinutes(minutes)), "/outage");

        DimensionScore score = UptimeScore.of(evidence(1.0, 1, outage, 0), NOW);

        assertThat(score.score()).isEqualTo(expected);
        assertThat(score.drivers()).singleElement().satisfies(driver -> {
            assertThat(driver.signal()).isEqualTo("outage");
            assertThat(driver.since()).isEqualTo(outage.since());
            assertThat(driver.source()).isEqualTo("/outage");
        });
    }

    @ParameterizedTest
    @CsvSource({"0, 100", "3, 100", "4, 99", "9, 94", "13, 90", "80, 90"})
    void manyShortOutagesCostMoreThanTheirMinutes(int incidents, int expected) {
        assertThat(UptimeScore.of(evidence(1.0, incidents, null, 0), NOW).score())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"10, 97", "60, 92", "600, 90"})
    void aStatusPageThatDeniesAnOutageCosts(double minutes, int expected) {
        assertThat(UptimeScore.of(evidence(1.0, 1, null, minutes), NOW).score()).isEqualTo(expected);
    }

    @Test
    void nothingKnownIsNoScoreAndSaysWhy() {
        DimensionScore score = UptimeScore.of(evidence(null, 0, null, 0), NOW);

        assertThat(score.score()).isNull();
        assertThat(score.confidence()).isZero();
        assertThat(score.drivers()).isEmpty();
        assertThat(score.reason()).isNotNull();
    }

    @Test
    void unknownTimeLowersConfidenceAndNothingElse() {
        UptimeEvidence whole = evidence(0.998, 2, null, 0);
        UptimeEvidence half =
                new UptimeEvidence(0.998, 60, 2, null, 0, 0, 0.5, whole.since(), whole.asOf(), whole.source());

        assertThat(UptimeScore.of(half, NOW).score())
                .isEqualTo(UptimeScore.of(whole, NOW).score());
        assertThat(UptimeScore.of(half, NOW).confidence()).isEqualTo(0.5);
    }

    @RepeatedTest(200)
    void worseInputNeverRaisesTheScore(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        double availability = 0.88 + random.nextDouble() * 0.12;
        int incidents = random.nextInt(20);
        double minutes = random.nextDouble(200);
        Outage outage = random.nextBoolean() ? new Outage(NOW.minusSeconds(random.nextInt(7200)), "/o") : null;
        int before = UptimeScore.of(evidence(availability, incidents, outage, minutes), NOW)
                .score();

        assertThat(UptimeScore.of(evidence(availability - random.nextDouble() * 0.05, incidents, outage, minutes), NOW)
                        .score())
                .isLessThanOrEqualTo(before);
        assertThat(UptimeScore.of(evidence(availability, incidents + random.nextInt(5), outage, minutes), NOW)
                        .score())
                .isLessThanOrEqualTo(before);
        assertThat(UptimeScore.of(evidence(availability, incidents, outage, minutes + random.nextDouble(90)), NOW)
                        .score())
                .isLessThanOrEqualTo(before);
        assertThat(UptimeScore.of(
                                evidence(availability, incidents, outage, minutes),
                                NOW.plusSeconds(random.nextInt(9000)))
                        .score())
                .isLessThanOrEqualTo(before);
    }

    private static UptimeEvidence evidence(
            @Nullable Double availability, int incidents, @Nullable Outage outage, double contradictedMinutes) {
        return new UptimeEvidence(
                availability,
                60,
                incidents,
                outage,
                contradictedMinutes > 0 ? 1 : 0,
                contradictedMinutes,
                1,
                NOW.minus(Duration.ofDays(30)),
                NOW,
                "/availability");
    }
}
