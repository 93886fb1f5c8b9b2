package io.bellwether.health.honesty;

import io.bellwether.core.Voices;
import io.bellwether.core.honesty.AnsweredOutage;
import io.bellwether.core.honesty.AnsweredOutage.Standing;
import io.bellwether.core.honesty.HonestyGrade.Ungraded;
import io.bellwether.core.honesty.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How honest a vendor's status page was in a period: what it said against what we measured.
 *
 * @param method the version of the arithmetic; grades of different versions are not comparable
 * @param grade A to F; null when there is too little to judge by
 * @param score 0 to 100; null with it
 * @param ungraded why there is no grade; null when there is one
 * @param admittedShare of the judged time, 0 to 1; null without a grade
 * @param measuredDownMinutes admitted, unadmitted, unknown and too short together
 * @param unadmittedMinutes the page could be read and told nothing
 * @param unknownMinutes nobody can tell what the page said; counted neither way
 * @param tooShortMinutes outages of five minutes or less, which are not judged
 * @param admittedWithoutMeasurementMinutes the page told of trouble that we did not measure; counted neither way
 * @param medianDelayMinutes from the begin of a judged outage to its first admission; null when none was admitted
 * @param backdatedPosts incidents that give an earlier time than they can have been posted at
 * @param source where these figures can be looked up
 */
public record StatusPageHonesty(
        String vendor,
        Instant from,
        Instant to,
        String method,
        @Nullable String grade,
        @Nullable Integer score,
        @Nullable Ungraded ungraded,
        @Nullable Double admittedShare,
        double measuredDownMinutes,
        double admittedMinutes,
        double unadmittedMinutes,
        double unknownMinutes,
        double tooShortMinutes,
        double admittedWithoutMeasurementMinutes,
        @Nullable Double medianDelayMinutes,
        @Nullable Double longestDelayMinutes,
        int judgedOutages,
        int backdatedPosts,
        List<ComparedOutage> outages,
        Voices text,
        String source) {

    /**
     * One measured outage and what the page said of it.
     *
     * @param endedAt null while it lasts
     * @param standing whether it counts for the grade
     * @param admittedAt when the page told of it first, after its end too; null when never
     * @param delayMinutes how long the page had been readable and silent by then; null with it
     * @param reason what we measured
     * @param incident what the vendor posted about it first; null when nothing
     */
    public record ComparedOutage(
            Instant startedAt,
            @Nullable Instant endedAt,
            Standing standing,
            @Nullable Instant admittedAt,
            @Nullable Double delayMinutes,
            double admittedMinutes,
            double unadmittedMinutes,
            double unknownMinutes,
            String reason,
            @Nullable PostedIncident incident) {

        static ComparedOutage of(AnsweredOutage answered) {
            return new ComparedOutage(
                    answered.outage().startedAt(),
                    answered.outage().endedAt(),
                    answered.standing(),
                    answered.admittedAt(),
                    minutesOrNull(answered.delay()),
                    minutes(answered.admitted()),
                    minutes(answered.unadmitted()),
                    minutes(answered.unknown()),
                    answered.outage().reason(),
                    answered.post() == null ? null : PostedIncident.of(answered.post(), answered.backdated()));
        }
    }

    /**
     * @param startedAt when it began, in the vendor's own word
     * @param seenAt when we saw it first
     * @param backdated whether we had read the page in between without seeing it
     */
    public record PostedIncident(String title, Instant startedAt, Instant seenAt, boolean backdated, String source) {

        static PostedIncident of(Post post, boolean backdated) {
            return new PostedIncident(post.title(), post.startedAt(), post.seenAt(), backdated, post.source());
        }
    }

    static double minutes(Duration duration) {
        return duration.toMillis() / 60_000.0;
    }

    static @Nullable Double minutesOrNull(@Nullable Duration duration) {
        return duration == null ? null : minutes(duration);
    }
}
