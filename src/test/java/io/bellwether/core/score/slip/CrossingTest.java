package io.bellwether.core.score.slip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class CrossingTest {

    private static final long FIRST = Week.number(LocalDate.parse("2026-01-05"));

    @Test
    void aStraightFallCrossesWhereItsLineDoes() {
        List<Week> weeks = weeks(10, week -> 90 - week);

        Crossing crossing = Crossing.of(weeks, 1, 60, LocalDate.parse("2026-03-16"));

        LocalDate thursday = LocalDate.parse("2026-01-08").plusWeeks(30);
        assertThat(crossing).isEqualTo(new Crossing(thursday, thursday, thursday));
    }

    @Test
    void noiseWidensTheInterval() {
        Random random = new Random(3);
        List<Week> weeks = weeks(20, week -> 90 - week + 2 * random.nextGaussian());
        LocalDate today = LocalDate.parse("2026-05-25");

        Crossing independent = Crossing.of(weeks, 1, 60, today);
        Crossing alike = Crossing.of(weeks, 3, 60, today);

        assertThat(independent.date()).isBetween("2026-07-20", "2026-08-27");
        assertThat(independent.from()).isBefore(independent.date());
        assertThat(independent.to()).isAfter(independent.date());
        assertThat(alike.date()).isEqualTo(independent.date());
        assertThat(alike.from()).isBefore(independent.from());
        assertThat(alike.to()).isAfter(independent.to());
    }

    @Test
    void theIntervalHoldsTheTruthNineTimesOfTen() {
        Random random = new Random(4);
        LocalDate truth = LocalDate.parse("2026-01-08").plusWeeks(45);
        int held = 0;
        int told = 0;
        for (int series = 0; series < 1_000; series++) {
            Crossing crossing = Crossing.of(
                    weeks(26, week -> 90 - 0.5 * week + 2 * random.nextGaussian()),
                    1,
                    // 22.5 points below 90
                    67,
                    LocalDate.parse("2026-07-06"));
            if (crossing != null) {
                told++;
                held += !crossing.from().isAfter(truth)
                                && (crossing.to() == null || !crossing.to().isBefore(truth))
                        ? 1
                        : 0;
            }
        }

        assertThat(told).isGreaterThan(990);
        assertThat(held / (double) told).isGreaterThan(0.85);
    }

    @Test
    void whatDoesNotFallOrHasFallenCrossesNothing() {
        LocalDate today = LocalDate.parse("2026-03-16");

        assertThat(Crossing.of(weeks(10, _ -> 80), 1, 60, today)).isNull();
        assertThat(Crossing.of(weeks(10, week -> 80 + week), 1, 60, today)).isNull();
        assertThat(Crossing.of(weeks(10, week -> week % 2 == 0 ? 80 : 70), 1, 60, today))
                .isNull();
        assertThat(Crossing.of(weeks(10, week -> 60 - week), 1, 60, today)).isNull();
        assertThat(Crossing.of(weeks(5, week -> 80 - week), 1, 60, today)).isNull();
        assertThat(Crossing.of(weeks(6, week -> 80 - week), 1, 60, today)).isNotNull();
    }

    @Test
    void whatIsYearsAwayIsNotTold() {
        LocalDate today = LocalDate.parse("2026-03-16");

        assertThat(Crossing.of(weeks(10, week -> 90 - week * 0.25), 1, 60, today))
                .isNull();
        assertThat(Crossing.of(weeks(10, week -> 90 - week * 0.3), 1, 60, today))
                .isNotNull();
    }

    private static List<Week> weeks(int count, IntToDoubleFunction index) {
        List<Week> weeks = new ArrayList<>();
        for (int week = 0; week < count; week++) {
            weeks.add(new Week(FIRST + week, index.applyAsDouble(week)));
        }
        return weeks;
    }
}
