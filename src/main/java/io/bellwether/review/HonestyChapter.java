package io.bellwether.review;

import io.bellwether.core.Voices;
import io.bellwether.core.honesty.HonestyGrade.Ungraded;
import io.bellwether.health.honesty.StatusPageHonesty;
import org.jspecify.annotations.Nullable;

/** Whether the vendor's status page told what we measured; outage by outage it is told with the incidents. */
final class HonestyChapter implements Chapter {

    /** Figures as in {@link StatusPageHonesty}. */
    private record Data(
            Voices text,
            @Nullable String grade,
            @Nullable Ungraded ungraded,
            double measuredDownMinutes,
            double admittedMinutes,
            double unadmittedMinutes,
            double unknownMinutes,
            @Nullable Double medianDelayMinutes,
            @Nullable Double longestDelayMinutes,
            int backdatedPosts,
            String method,
            String source) {}

    @Override
    public String key() {
        return "status-page";
    }

    @Override
    public String title() {
        return "How honest is the status page";
    }

    @Override
    public Object data(Material material) {
        StatusPageHonesty honesty = material.honesty();
        return new Data(
                honesty.text(),
                honesty.grade(),
                honesty.ungraded(),
                honesty.measuredDownMinutes(),
                honesty.admittedMinutes(),
                honesty.unadmittedMinutes(),
                honesty.unknownMinutes(),
                honesty.medianDelayMinutes(),
                honesty.longestDelayMinutes(),
                honesty.backdatedPosts(),
                honesty.method(),
                honesty.source());
    }
}
