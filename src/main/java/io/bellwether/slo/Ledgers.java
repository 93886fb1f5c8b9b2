package io.bellwether.slo;

import io.bellwether.core.slo.Answers;
import io.bellwether.core.slo.Measured;
import io.bellwether.core.slo.Objective;
import io.bellwether.core.slo.Run;
import io.bellwether.core.slo.Span;
import io.bellwether.core.slo.Spans;
import io.bellwether.core.slo.Speed;
import io.bellwether.history.RunQuery;
import io.bellwether.history.ThresholdQuery;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** What is known about an objective in any part of a time, maintenance left out. */
@Singleton
class Ledgers {

    private final RunQuery runs;
    private final ThresholdQuery thresholds;
    private final Maintenance maintenance;

    Ledgers(RunQuery runs, ThresholdQuery thresholds, Maintenance maintenance) {
        this.runs = runs;
        this.thresholds = thresholds;
        this.maintenance = maintenance;
    }

    /** @param widest the answer knows nothing beyond it */
    Function<Span, Measured> open(ServiceObjective objective, Span widest) {
        List<Span> excluded = maintenance.excluded(objective.vendorId(), widest);
        return switch (objective.goal()) {
            case Objective.Availability _ -> {
                Collection<List<Run>> seen = runs(objective, widest);
                yield span -> Measured.of(seen, excluded, span);
            }
            case Objective.Latency latency -> {
                Spans spans = new Spans(excluded);
                yield span -> spans.gaps(span).stream()
                        .map(part -> Speed.of(answers(objective, part, latency.threshold()), part))
                        .reduce(Measured.NOTHING, Measured::plus);
            }
        };
    }

    private Collection<List<Run>> runs(ServiceObjective objective, Span span) {
        UUID probe = objective.probeId();
        return probe == null
                ? runs.ofVendor(objective.vendorId(), span.from(), span.to()).values()
                : runs.of(List.of(probe), span.from(), span.to()).values();
    }

    private Collection<List<Answers>> answers(ServiceObjective objective, Span span, Duration threshold) {
        UUID probe = objective.probeId();
        return probe == null
                ? thresholds.ofVendor(objective.vendorId(), span.from(), span.to(), threshold)
                : thresholds.of(List.of(probe), span.from(), span.to(), threshold);
    }
}
