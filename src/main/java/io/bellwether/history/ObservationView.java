package io.bellwether.history;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An observation as the API tells it; durations and phases in milliseconds.
 *
 * @param location which of the probe's locations saw it; null for a verdict and for a probe without locations
 * @param lateness how long after {@code at} the first attempt began, milliseconds
 */
public record ObservationView(
        UUID id,
        Instant at,
        Outcome outcome,
        double duration,
        Phases phases,
        Cause cause,
        String reason,
        double lateness,
        @Nullable String location,
        String node,
        Map<String, Object> detail,
        List<AttemptView> attempts) {

    /** One try on the wire, the deciding one last. */
    public record AttemptView(
            Instant at,
            Outcome outcome,
            double duration,
            Phases phases,
            Cause cause,
            String reason,
            Map<String, Object> detail) {

        static AttemptView of(Attempt attempt) {
            return new AttemptView(
                    attempt.startedAt(),
                    attempt.outcome(),
                    attempt.duration(),
                    attempt.phases(),
                    attempt.cause(),
                    attempt.reason(),
                    attempt.detail());
        }

        /** Its findings live on as facts. */
        Attempt attempt() {
            return new Attempt(at, outcome, cause, reason, duration, phases, detail, List.of());
        }
    }

    public static ObservationView of(Observation observation) {
        return new ObservationView(
                observation.id(),
                observation.at(),
                observation.outcome(),
                observation.duration(),
                observation.phases(),
                observation.cause(),
                observation.reason(),
                Duration.between(observation.at(), observation.startedAt()).toNanos() / 1e6,
                observation.verdict() ? null : observation.location(),
                observation.node(),
                observation.detail(),
                observation.attempts().stream().map(AttemptView::of).toList());
    }
}
