package io.bellwether.health.honesty;

import io.bellwether.core.Voices;
import io.bellwether.core.honesty.HonestyGrade.Ungraded;
import org.jspecify.annotations.Nullable;

/**
 * How honest a vendor's status page is, at a glance; figures as in {@link StatusPageHonesty}.
 *
 * @param source where the whole can be looked up
 */
public record HonestySummary(
        @Nullable String grade,
        @Nullable Integer score,
        @Nullable Ungraded ungraded,
        double admittedMinutes,
        double unadmittedMinutes,
        @Nullable Double medianDelayMinutes,
        @Nullable Double longestDelayMinutes,
        int judgedOutages,
        Voices text,
        String source) {

    public static HonestySummary of(StatusPageHonesty honesty) {
        return new HonestySummary(
                honesty.grade(),
                honesty.score(),
                honesty.ungraded(),
                honesty.admittedMinutes(),
                honesty.unadmittedMinutes(),
                honesty.medianDelayMinutes(),
                honesty.longestDelayMinutes(),
                honesty.judgedOutages(),
                honesty.text(),
                honesty.source());
    }
}
