package io.bellwether.core.honesty;

import io.bellwether.core.slo.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One measured outage and what the status page said of it.
 *
 * @param outage as it was measured
 * @param standing whether it counts for the grade
 * @param lasted up to its end, or to the end of the period
 * @param admitted how much of it the page told of
 * @param unadmitted how much of it the page could be read and told nothing
 * @param judged what of it counts: the time after its first five minutes in which the page could be read
 * @param judgedAdmitted what of that the page told of
 * @param admittedAt when the page told of it first, at its begin at the earliest; later than its end when that was only told
 *     afterwards; null when never
 * @param delay how long the page had been readable and silent by then; null when it never told
 * @param post what the vendor posted about it first; null when nothing
 * @param backdated whether that post gives an earlier time than it can have been posted at
 */
public record AnsweredOutage(
        Outage outage,
        Standing standing,
        Duration lasted,
        Duration admitted,
        Duration unadmitted,
        Duration judged,
        Duration judgedAdmitted,
        @Nullable Instant admittedAt,
        @Nullable Duration delay,
        @Nullable Post post,
        boolean backdated) {

    /** Until then people may still be writing: nothing is held against a page, and a shorter outage is not judged. */
    static final Duration WRITING = Duration.ofMinutes(5);

    /** Whether an outage counts for the grade. */
    public enum Standing {
        JUDGED,
        /** Five minutes or less. */
        TOO_SHORT,
        /** The page could be read in less than half of the time after the first five minutes. */
        PAGE_UNKNOWN
    }

    static AnsweredOutage of(Outage outage, Admission admission, List<Post> posts, Instant until) {
        Instant start = outage.startedAt();
        Instant end = outage.endedAt() == null ? until : outage.endedAt();
        Instant due = start.plus(WRITING);
        Duration judgedAdmitted = admission.admitted(due, end);
        Duration judged = judgedAdmitted.plus(admission.silent(due, end));
        Post post = posts.stream()
                .filter(one -> admission.concerns(one, outage))
                .min(Comparator.comparing(Post::seenAt))
                .orElse(null);
        Instant admittedAt = Stream.concat(
                        admission.firstSince(start).filter(end::isAfter).stream(),
                        Stream.ofNullable(post).map(Post::seenAt))
                .min(Comparator.naturalOrder())
                .map(time -> time.isBefore(start) ? start : time)
                .orElse(null);
        return new AnsweredOutage(
                outage,
                standing(Duration.between(due, end), judged),
                Duration.between(start, end),
                admission.admitted(start, end),
                admission.silent(start, end),
                judged,
                judgedAdmitted,
                admittedAt,
                Optional.ofNullable(admittedAt)
                        .map(time -> admission.silent(start, time))
                        .orElse(null),
                post,
                post != null && admission.backdated(post));
    }

    private static Standing standing(Duration afterWriting, Duration judged) {
        if (!afterWriting.isPositive()) {
            return Standing.TOO_SHORT;
        }
        return judged.multipliedBy(2).compareTo(afterWriting) < 0 ? Standing.PAGE_UNKNOWN : Standing.JUDGED;
    }

    /** How much of it nobody can tell what the page said. */
    public Duration unknown() {
        return lasted.minus(admitted).minus(unadmitted);
    }

    /** How much of what counts the page told nothing of. */
    public Duration denied() {
        return judged.minus(judgedAdmitted);
    }

    public boolean isJudged() {
        return standing == Standing.JUDGED;
    }
}
