package io.bellwether.health.backtest;

import io.bellwether.core.score.backtest.Course;
import io.bellwether.core.score.backtest.PastFinances;
import io.bellwether.platform.Problem;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** A back-test and the courses that it was made of. */
record Replayed(BackTest test, List<Course> courses, Function<String, PastFinances> past) {

    /** The course that is drawn is that of the failure that came last, or else of whom the most is known. */
    String chart() {
        Course drawn = courses.stream()
                .filter(course -> !course.judgements().isEmpty())
                .max(Comparator.comparing(Course::failedOn, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
                        .thenComparingInt(course -> course.judgements().size()))
                .orElseThrow(() -> Problem.invalid("from", "Nothing was known of any vendor's finances in that time."));
        return Chart.svg(
                test, drawn, past.apply(drawn.vendor()).weighty(drawn.end().minusDays(1)));
    }
}
