package io.bellwether.core.schedule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.TUESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.bellwether.core.schedule.Recurrence.Monthly;
import io.bellwether.core.schedule.Recurrence.MonthlyWeekday;
import io.bellwether.core.schedule.Recurrence.Weekly;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @Test
    void comesBackOnDaysOfTheWeek() {
        assertThat(days(new Weekly(Set.of(MONDAY, FRIDAY)), 1)).containsExactly(2, 5, 9, 12, 16, 19, 23, 26, 30);
    }

    @Test
    void aWeekWithoutDaysIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Weekly(Set.of()));
    }

    @Test
    void comesBackOnADayOfTheMonth() {
        assertThat(days(new Monthly(15), 1)).containsExactly(15);
        assertThat(days(new Monthly(31), 1)).containsExactly(31);
    }

    @Test
    void aMonthThatIsTooShortIsLeftOut() {
        assertThat(days(new Monthly(30), 2)).isEmpty();
        assertThat(days(new Monthly(-30), 2)).isEmpty();
    }

    /** Also in the months in which clocks change: March and October, April and November. */
    @Test
    void countsFromTheEndOfTheMonth() {
        for (int month = 1; month <= 12; month++) {
            int length = FIRST.withMonth(month).lengthOfMonth();
            assertThat(days(new Monthly(-1), month)).containsExactly(length);
            assertThat(days(new Monthly(-3), month)).containsExactly(length - 2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, -32})
    void noSuchDayOfTheMonth(int day) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Monthly(day)).withMessageContaining(" " + day);
    }

    @Test
    void comesBackOnAWeekdayOfTheMonth() {
        assertThat(days(new MonthlyWeekday(1, TUESDAY), 12)).containsExactly(1);
        assertThat(days(new MonthlyWeekday(2, TUESDAY), 11)).containsExactly(10);
        assertThat(days(new MonthlyWeekday(-1, FRIDAY), 11)).containsExactly(27);
        assertThat(days(new MonthlyWeekday(-1, FRIDAY), 1)).containsExactly(30);
    }

    @Test
    void onlySomeMonthsHaveAFifth() {
        assertThat(days(new MonthlyWeekday(5, FRIDAY), 1)).containsExactly(30);
        assertThat(days(new MonthlyWeekday(5, FRIDAY), 2)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 6, -2})
    void noSuchOrdinal(int ordinal) {
        assertThatIllegalArgumentException().isThrownBy(() -> new MonthlyWeekday(ordinal, FRIDAY));
    }

    private static List<Integer> days(Recurrence recurrence, int month) {
        LocalDate first = FIRST.withMonth(month);
        return first.datesUntil(first.plusMonths(1))
                .filter(recurrence::includes)
                .map(LocalDate::getDayOfMonth)
                .toList();
    }
}
