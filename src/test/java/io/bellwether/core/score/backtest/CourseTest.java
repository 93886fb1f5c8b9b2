package io.bellwether.core.score.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final LocalDate FAILURE = LocalDate.parse("2024-03-20");

    @Test
    void isJudgedWithEveryNewsAndWeeklyFromTheFirst() {
        assertThat(course("2024-03-02", "2024-03-05").judgements())
                .extracting(judgement -> judgement.day().getDayOfMonth())
                .containsExactly(2, 5, 9, 16);
    }

    @Test
    void beginsInsideTheTimeThatIsAskedFor() {
        assertThat(course("2024-02-01", "2024-03-05").judgements())
                .extracting(judgement -> judgement.day().getDayOfMonth())
                .containsExactly(1, 5, 8, 15, 22);
    }

    @Test
    void endsWithTheFailure() {
        Course course = course("2024-03-19", "2024-03-20", "2024-03-21");

        assertThat(course.judgements()).hasSize(2);
        assertThat(course.failedOn()).isEqualTo(FAILURE);
        assertThat(course.end()).isEqualTo("2024-03-21");
        assertThat(course.until(0)).isEqualTo(FAILURE);
        assertThat(course.until(1)).isEqualTo("2024-03-21");
    }

    @Test
    void newsOnTheLastDayCountsAndLaterOneDoesNot() {
        assertThat(course("2024-03-22").judgements()).hasSize(1);
        assertThat(course("2024-03-23").judgements()).isEmpty();
        assertThat(course().judgements()).isEmpty();
        assertThat(course().failedOn()).isNull();
        assertThat(course("2024-03-02").failedOn()).isNull();
        assertThat(course("2024-03-02").end()).isEqualTo("2024-03-23");
    }

    private static Course course(String... news) {
        return Course.of(
                "a",
                new TreeSet<>(Arrays.stream(news).map(LocalDate::parse).toList()),
                LocalDate.parse("2024-03-01"),
                LocalDate.parse("2024-03-22"),
                day -> new Judgement(day, 100, 100, false, day.equals(FAILURE)));
    }
}
