package io.bellwether.health.backtest;

import io.bellwether.core.score.RuleSet;
import io.bellwether.core.score.backtest.Course;
import io.bellwether.core.score.backtest.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What each threshold would have said of some vendors.
 *
 * @param to inclusive
 * @param ruleSet by which all of it was judged: today's rules on yesterday's facts
 * @param vendors of how many something was known in that time
 * @param failures those that failed in it, the first of them first
 */
record BackTest(
        LocalDate from, LocalDate to, String ruleSet, int vendors, List<Failure> failures, List<Outcome> thresholds) {

    /** @param failedOn when bankruptcy or insolvency proceedings began */
    record Failure(String vendor, LocalDate failedOn) {}

    static BackTest of(LocalDate from, LocalDate to, List<Course> courses) {
        List<Failure> failures = courses.stream()
                .filter(course -> course.failedOn() != null)
                .map(course -> new Failure(course.vendor(), Objects.requireNonNull(course.failedOn())))
                .sorted((one, other) -> one.failedOn().compareTo(other.failedOn()))
                .toList();
        int known = (int) courses.stream()
                .filter(course -> !course.judgements().isEmpty())
                .count();
        return new BackTest(from, to, RuleSet.CURRENT, known, failures, Outcome.of(courses));
    }
}
