package io.bellwether.core.score.backtest;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well a threshold would have warned.
 *
 * @param failures how many vendors failed of which something was known before
 * @param hits those of which it warned at some time in the year before
 * @param missed the others
 * @param falseAlarms every other warning: of vendors that did not fail, and more than a year before a failure
 * @param vendorYears how long vendors with a score were watched of which a warning would have been false
 * @param falseAlarmsPerYear of a vendor; null where none was watched
 * @param leastLead days from the warning to the failure, of the hits; null without any
 * @param medianLead of the hits
 */
public record Outcome(
        Threshold threshold,
        int failures,
        List<Warning> hits,
        List<String> missed,
        List<Flag> falseAlarms,
        double vendorYears,
        @Nullable Double falseAlarmsPerYear,
        @Nullable Long leastLead,
        @Nullable Long medianLead) {

    /** Statements and events look a year ahead or two; who was warned earlier was warned of something else. */
    static final int FORETOLD_WITHIN_DAYS = 365;

    private static final double YEAR_DAYS = 365.25;

    /** One for each threshold, in the order of {@link Threshold#all}. */
    public static List<Outcome> of(List<Course> courses) {
        List<Course> foreseeable = courses.stream().filter(Course::foreseeable).toList();
        return Threshold.all().stream()
                .map(threshold -> of(threshold, foreseeable))
                .toList();
    }

    private static Outcome of(Threshold threshold, List<Course> courses) {
        List<Warning> hits = new ArrayList<>();
        List<String> missed = new ArrayList<>();
        List<Flag> falseAlarms = new ArrayList<>();
        for (Course course : courses) {
            List<Flag> flags = Flag.of(course, threshold);
            LocalDate failedOn = course.failedOn();
            flags.stream().filter(flag -> !flag.foretells(failedOn)).forEach(falseAlarms::add);
            if (failedOn != null) {
                flags.stream()
                        .filter(flag -> flag.foretells(failedOn))
                        .findFirst()
                        .ifPresentOrElse(flag -> hits.add(warning(flag, failedOn)), () -> missed.add(course.vendor()));
            }
        }
        double years = courses.stream().mapToLong(Outcome::quietDays).sum() / YEAR_DAYS;
        List<Long> leads = hits.stream().map(Warning::leadDays).sorted().toList();
        return new Outcome(
                threshold,
                hits.size() + missed.size(),
                List.copyOf(hits),
                List.copyOf(missed),
                List.copyOf(falseAlarms),
                years,
                years == 0 ? null : falseAlarms.size() / years,
                leads.isEmpty() ? null : leads.getFirst(),
                leads.isEmpty() ? null : leads.get((leads.size() - 1) / 2));
    }

    private static Warning warning(Flag flag, LocalDate failedOn) {
        return new Warning(flag.vendor(), flag.since(), failedOn, ChronoUnit.DAYS.between(flag.since(), failedOn));
    }

    /** Days with a score, of a vendor that failed only those more than a year before. */
    private static long quietDays(Course course) {
        LocalDate failedOn = course.failedOn();
        LocalDate quietUntil = failedOn == null ? course.end() : failedOn.minusDays(FORETOLD_WITHIN_DAYS);
        long days = 0;
        for (int i = 0; i < course.judgements().size(); i++) {
            Judgement judgement = course.judgements().get(i);
            LocalDate until = course.until(i).isBefore(quietUntil) ? course.until(i) : quietUntil;
            if (judgement.score() != null && judgement.day().isBefore(until)) {
                days += ChronoUnit.DAYS.between(judgement.day(), until);
            }
        }
        return days;
    }
}
