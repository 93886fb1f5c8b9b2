package io.bellwether.core.score.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was to be said of a company day after day, until it failed.
 *
 * @param vendor its name
 * @param judgements oldest first; each holds until the next. If it failed, the last says so
 * @param end until when the last holds, exclusive
 */
public record Course(String vendor, List<Judgement> judgements, LocalDate end) {

    /** Points wear off slowly, and a score falls only with news: between news once a week is enough. */
    private static final int BETWEEN_NEWS_DAYS = 7;

    public Course {
        judgements = List.copyOf(judgements);
    }

    /**
     * Judges a company on every day with news and weekly in between, from the first news on.
     *
     * @param news days on which something became known of it
     * @param to inclusive
     * @param judge what was to be said at the end of a day
     */
    public static Course of(
            String vendor,
            SortedSet<LocalDate> news,
            LocalDate from,
            LocalDate to,
            Function<LocalDate, Judgement> judge) {
        LocalDate end = to.plusDays(1);
        List<Judgement> judgements = new ArrayList<>();
        for (LocalDate day : days(news, from, end)) {
            Judgement judgement = judge.apply(day);
            judgements.add(judgement);
            if (judgement.failed()) {
                return new Course(vendor, judgements, day.plusDays(1));
            }
        }
        return new Course(vendor, judgements, end);
    }

    private static SortedSet<LocalDate> days(SortedSet<LocalDate> news, LocalDate from, LocalDate end) {
        if (news.isEmpty() || !news.first().isBefore(end)) {
            return new TreeSet<>();
        }
        LocalDate first = news.first().isBefore(from) ? from : news.first();
        SortedSet<LocalDate> days = new TreeSet<>(news.subSet(first, end));
        for (LocalDate day = first; day.isBefore(end); day = day.plusDays(BETWEEN_NEWS_DAYS)) {
            days.add(day);
        }
        return days;
    }

    /** The day on which proceedings began; null when none did. */
    public @Nullable LocalDate failedOn() {
        return !judgements.isEmpty() && judgements.getLast().failed()
                ? judgements.getLast().day()
                : null;
    }

    /** Whether something was known of it before it failed. */
    boolean foreseeable() {
        return !judgements.isEmpty() && !judgements.getFirst().failed();
    }

    /** Until when a judgement held, exclusive. */
    public LocalDate until(int judgement) {
        return judgement + 1 < judgements.size() ? judgements.get(judgement + 1).day() : end;
    }
}
