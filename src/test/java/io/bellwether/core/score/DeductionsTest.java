package io.bellwether.core.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Voices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class DeductionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void nothingLostIsAHundredWithoutDrivers() {
        DimensionScore score = score(List.of());

        assertThat(score.score()).isEqualTo(100);
        assertThat(score.drivers()).isEmpty();
    }

    @Test
    void roundsTheSumAndNotItsParts() {
        DimensionScore score = score(List.of(deduction("a", 10.4), deduction("b", 10.4), deduction("c", 10.4)));

        assertThat(score.score()).isEqualTo(69);
        assertThat(score.drivers()).extracting(Driver::contribution).containsExactly(11, 10, 10);
    }

    @Test
    void scalesDownWhatIsMoreThanAHundred() {
        DimensionScore score = score(List.of(deduction("bankruptcy", 95), deduction("acceleration", 55)));

        assertThat(score.score()).isZero();
        assertThat(score.drivers()).extracting(Driver::signal).containsExactly("bankruptcy", "acceleration");
        assertThat(score.drivers()).extracting(Driver::contribution).containsExactly(63, 37);
    }

    @Test
    void leavesOutTheLightestWhenThereAreMoreReasonsThanPoints() {
        DimensionScore score =
                score(List.of(deduction("a", 0.7), deduction("b", 0.6), deduction("c", 0.4), deduction("d", 0.3)));

        assertThat(score.score()).isEqualTo(98);
        assertThat(score.drivers()).extracting(Driver::signal).containsExactly("a", "b");
    }

    @RepeatedTest(500)
    void driversAddUpToExactlyWhatIsMissing(RepetitionInfo repetition) {
        List<Deduction> deductions = random(new Random(repetition.getCurrentRepetition()));

        DimensionScore score = score(deductions);

        assertThat(score.score()).isBetween(0, 100);
        assertThat(score.drivers()).allMatch(driver -> driver.contribution() >= 1);
        assertThat(score.drivers().stream().mapToInt(Driver::contribution).sum())
                .isEqualTo(100 - score.score());
        assertThat(score.drivers())
                .extracting(Driver::contribution)
                .isSortedAccordingTo((left, right) -> Integer.compare(right, left));
    }

    @RepeatedTest(200)
    void oneMoreReasonNeverRaisesTheScore(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Deduction> deductions = new ArrayList<>(random(random));
        int before = score(deductions).score();

        deductions.add(deduction("more", random.nextDouble(50)));

        assertThat(score(deductions).score()).isLessThanOrEqualTo(before);
    }

    @RepeatedTest(200)
    void aShareIsNeverAPointOrMoreFromItsQuotaUnlessLiftedToOne(RepetitionInfo repetition) {
        List<Deduction> deductions = random(new Random(repetition.getCurrentRepetition())).stream()
                .filter(deduction -> deduction.points() >= 2)
                .toList();
        double sum = deductions.stream().mapToDouble(Deduction::points).sum();
        double scale = sum > 100 ? 100 / sum : 1;

        for (Driver driver : score(deductions).drivers()) {
            double points = deductions.stream()
                    .filter(deduction -> deduction.signal().equals(driver.signal()))
                    .mapToDouble(Deduction::points)
                    .sum();
            if (points * scale > 1) {
                assertThat((double) driver.contribution()).isBetween(points * scale - 2, points * scale + 2);
            }
        }
    }

    private static List<Deduction> random(RandomGenerator random) {
        List<Deduction> deductions = new ArrayList<>();
        int count = random.nextInt(40);
        for (int i = 0; i < count; i++) {
            deductions.add(deduction("s" + i, Math.pow(random.nextDouble(), 4) * 60));
        }
        return deductions;
    }

    private static Deduction deduction(String signal, double points) {
        return new Deduction(signal, points, NOW, "/source", new Voices("it", "marketing"));
    }

    private static DimensionScore score(List<Deduction> deductions) {
        return Deductions.score(deductions, 1, NOW);
    }
}
