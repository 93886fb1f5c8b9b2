package io.bellwether.review;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.bellwether.review.ReviewPeriod.Span;
import io.bellwether.slo.Availability;
import io.bellwether.slo.Availability.DownMinutes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a stretch of time the vendor could be used; figures as in {@link Availability}.
 *
 * @param name of the quarter or month
 * @param source where the figures can be looked up
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Measured(
        String name,
        Instant from,
        Instant to,
        @Nullable Double availability,
        DownMinutes downMinutes,
        double unknownMinutes,
        double excludedMinutes,
        @Nullable Double objective,
        String source) {

    static Measured of(Span span, Availability availability, String source) {
        return new Measured(
                span.name(),
                span.from(),
                span.to(),
                availability.availability(),
                availability.downMinutes(),
                availability.unknownMinutes(),
                availability.excludedMinutes(),
                availability.objective(),
                source);
    }

    Measured citing(String otherSource) {
        return new Measured(
                name, from, to, availability, downMinutes, unknownMinutes, excludedMinutes, objective, otherSource);
    }

    double knownMinutes() {
        return Minutes.between(from, to) - unknownMinutes;
    }
}
