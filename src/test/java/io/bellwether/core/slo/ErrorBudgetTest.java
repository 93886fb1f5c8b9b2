package io.bellwether.core.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorBudgetTest {

    private static final Objective THREE_NINES = new Objective.Availability(0.999);
    private static final Instant NOW = Instant.parse("2028-02-11T00:00:00Z");

    /** 0.1 % of 30 * 1440 = 43 200 minutes. */
    @Test
    void threeNinesOfThirtyDaysAllow43Point2Minutes() {
        ErrorBudget budget = ErrorBudget.of(THREE_NINES, days(30), account(700, 10, 0, 0));

        assertThat(budget).isEqualTo(new ErrorBudget(43.2, 10.0, 33.2));
    }

    /** 0.1 % of 29 * 1440 = 41 760 minutes, although only ten days of February 2028 are over. */
    @Test
    void aMonthThatIsNotOverHasItsWholeBudgetAndTheLeapDayCounts() {
        Span february = new Window.Calendar(Window.Unit.MONTH, ZoneId.of("UTC")).at(NOW);
        Strip strip = new Strip(february.from(), Duration.ofMinutes(10));
        Account soFar = Account.of(List.of(strip.runs("G".repeat(1000) + "D" + "G".repeat(439))), february.from(), NOW);

        assertThat(ErrorBudget.of(THREE_NINES, february, soFar)).isEqualTo(new ErrorBudget(41.76, 10.0, 31.76));
    }

    /** March 2026 in Berlin has 743 hours = 44 580 minutes, October 745 hours = 44 700. */
    @Test
    void theHourOfSpringIsMissingFromTheBudget() {
        Window month = new Window.Calendar(Window.Unit.MONTH, ZoneId.of("Europe/Berlin"));
        Objective ninetyNine = new Objective.Availability(0.99);

        assertThat(budget(ninetyNine, month.at(Instant.parse("2026-03-15T00:00:00Z"))))
                .isEqualTo(445.8);
        assertThat(budget(ninetyNine, month.at(Instant.parse("2026-10-15T00:00:00Z"))))
                .isEqualTo(447.0);
    }

    /** 0.1 % of 43 200 - 1200 = 42 000 minutes. */
    @Test
    void excludedTimeAllowsNothing() {
        ErrorBudget budget = ErrorBudget.of(THREE_NINES, days(30), account(41_990, 10, 0, 1200));

        assertThat(budget).isEqualTo(new ErrorBudget(42.0, 10.0, 32.0));
    }

    @Test
    void aMissedObjectiveHasLessThanNothingLeft() {
        ErrorBudget budget = ErrorBudget.of(THREE_NINES, days(30), account(43_100, 100, 0, 0));

        assertThat(budget).isEqualTo(new ErrorBudget(43.2, 100.0, -56.8));
    }

    @Test
    void theBudgetIsSpentExactlyWhenTheTargetIsMissed() {
        Account onTarget = account(9_990, 10, 0, 0);
        Span window = new Span(NOW, NOW.plus(Duration.ofMinutes(10_000)));

        assertThat(onTarget.availability()).isEqualTo(0.999);
        assertThat(ErrorBudget.of(THREE_NINES, window, onTarget).remaining()).isZero();
    }

    @Test
    void withoutDataNothingIsKnownToBeLeft() {
        ErrorBudget budget = ErrorBudget.of(THREE_NINES, days(30), account(0, 0, 43_200, 0));

        assertThat(budget).isEqualTo(new ErrorBudget(43.2, null, null));
    }

    @Test
    void anEmptyWindowAllowsNothing() {
        assertThat(ErrorBudget.of(THREE_NINES, new Span(NOW, NOW), account(0, 0, 0, 0)))
                .isEqualTo(new ErrorBudget(0, null, null));
    }

    /** 5 % of 7 * 1440 = 10 080 minutes are 504; 40 slow answers of a probe at 5 minutes are 200. */
    @Test
    void aLatencyBudgetIsUsedByTheIntervalsOfSlowAnswers() {
        Objective fast = new Objective.Latency(0.95, Duration.ofMillis(800));

        assertThat(ErrorBudget.of(
                        fast, days(7), Duration.ZERO, Duration.ofMinutes(5).multipliedBy(40)))
                .isEqualTo(new ErrorBudget(504, 200.0, 304.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 0, 1, 99.9, Double.NaN})
    void aTargetIsAShareThatCanBeMissedAndMet(double target) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Objective.Availability(target));
        assertThatIllegalArgumentException().isThrownBy(() -> new Objective.Latency(target, Duration.ofSeconds(1)));
    }

    @Test
    void aLatencyThresholdIsAboveZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Objective.Latency(0.95, Duration.ZERO));
    }

    private static double budget(Objective objective, Span window) {
        return ErrorBudget.of(objective, window, Duration.ZERO, null).total();
    }

    private static Span days(int days) {
        return new Window.Rolling(days).at(NOW);
    }

    private static Account account(int good, int down, int unknown, int excluded) {
        return new Account(
                Duration.ofMinutes(good),
                Duration.ofMinutes(down),
                Duration.ofMinutes(unknown),
                Duration.ofMinutes(excluded),
                List.of());
    }
}
