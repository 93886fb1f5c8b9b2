package io.bellwether.core.score.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutcomeTest {

    private static final LocalDate START = LocalDate.parse("2020-01-01");
    private static final int NEVER = Integer.MAX_VALUE;

    @Test
    void aFailureIsForetoldFromTheFirstDayOfTheLastWarning() {
        Outcome below60 = below(60, course("a", 1_000, 900, day -> day < 820 ? 100 : 50));

        assertThat(below60.failures()).isEqualTo(1);
        assertThat(below60.hits()).containsExactly(new Warning("a", START.plusDays(820), START.plusDays(900), 80));
        assertThat(below60.leastLead()).isEqualTo(80);
        assertThat(below60.falseAlarms()).isEmpty();
        assertThat(below60.missed()).isEmpty();
    }

    @Test
    void theScoreOnTheLimitIsNoWarningAndTheDayOfTheFailureIsTooLate() {
        Outcome below60 = below(60, course("a", 1_000, 900, day -> day < 900 ? 60 : 5));

        assertThat(below60.failures()).isEqualTo(1);
        assertThat(below60.hits()).isEmpty();
        assertThat(below60.missed()).containsExactly("a");
        assertThat(below60.leastLead()).isNull();
        assertThat(below60.medianLead()).isNull();
    }

    @Test
    void aWarningThatEndedAYearBeforeTheFailureWasFalse() {
        Outcome early = below(60, course("a", 1_000, 900, day -> day >= 400 && day < 535 ? 50 : 100));
        Outcome later = below(60, course("a", 1_000, 900, day -> day >= 400 && day < 536 ? 50 : 100));

        assertThat(early.falseAlarms()).containsExactly(new Flag("a", START.plusDays(400), START.plusDays(535)));
        assertThat(early.missed()).containsExactly("a");
        assertThat(later.falseAlarms()).isEmpty();
        assertThat(later.leastLead()).isEqualTo(500);
    }

    @Test
    void warningsThatComeBackWithinAMonthAreOne() {
        assertThat(below(60, course("a", 400, NEVER, day -> day / 30 % 2 == 0 ? 50 : 100))
                        .falseAlarms())
                .hasSize(1);
        assertThat(below(60, course("a", 400, NEVER, day -> day / 31 % 2 == 0 ? 50 : 100))
                        .falseAlarms())
                .hasSize(7);
    }

    @Test
    void yearsAreCountedWhereAWarningWouldHaveBeenFalse() {
        Course healthy = course("a", 1_461, NEVER, day -> day < 10 ? 50 : 100);
        Course failing = course("b", 2_000, 1_000, day -> 100);
        Course silent = course("c", 1_000, NEVER, day -> null);

        Outcome below60 = below(60, healthy, failing, silent);

        assertThat(below60.vendorYears()).isCloseTo((1_461 + 635) / 365.25, within(1e-9));
        assertThat(below60.falseAlarmsPerYear()).isCloseTo(365.25 / (1_461 + 635), within(1e-9));
        assertThat(below(60, silent).falseAlarmsPerYear()).isNull();
    }

    @Test
    void whoHadFailedBeforeAnythingWasKnownCannotBeForetold() {
        Outcome below60 = below(60, course("a", 100, 0, day -> 5));

        assertThat(below60.failures()).isZero();
        assertThat(below60.vendorYears()).isZero();
    }

    @Test
    void theLeastAndTheMedianOfTheLeadsAreTold() {
        Outcome below60 = below(
                60,
                course("a", 600, 500, day -> day < 400 ? 100 : 50),
                course("b", 600, 500, day -> day < 470 ? 100 : 50),
                course("c", 600, 500, day -> day < 300 ? 100 : 50));

        assertThat(below60.leastLead()).isEqualTo(30);
        assertThat(below60.medianLead()).isEqualTo(100);
    }

    @Test
    void eachFigureWarnsByItself() {
        LocalDate failure = START.plusDays(10);
        Course course = new Course(
                "a",
                List.of(new Judgement(START, 65, 59, true, false), new Judgement(failure, 5, 5, true, true)),
                failure.plusDays(1));

        assertThat(Outcome.of(List.of(course)).stream()
                        .filter(outcome -> !outcome.hits().isEmpty())
                        .map(outcome -> outcome.threshold().text()))
                .containsExactly(
                        "financial score below 90",
                        "financial score below 80",
                        "financial score below 70",
                        "several grave filings",
                        "viability index of its finances alone below 75",
                        "viability index of its finances alone below 60");
    }

    private static Outcome below(int limit, Course... courses) {
        Threshold threshold = new Threshold(Threshold.Figure.FINANCIAL_SCORE, limit);
        return Outcome.of(List.of(courses)).stream()
                .filter(outcome -> outcome.threshold().equals(threshold))
                .findFirst()
                .orElseThrow();
    }

    private static Course course(String vendor, int days, int failure, IntFunction<@Nullable Integer> score) {
        TreeSet<LocalDate> news =
                new TreeSet<>(IntStream.range(0, days).mapToObj(START::plusDays).toList());
        return Course.of(vendor, news, START, START.plusDays(days - 1), day -> {
            int number = (int) (day.toEpochDay() - START.toEpochDay());
            Integer value = score.apply(number);
            return new Judgement(day, value, value, false, number == failure);
        });
    }
}
