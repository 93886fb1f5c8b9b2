package io.bellwether.dashboard.live;

import io.bellwether.alert.Alert;
import io.bellwether.alert.AlertsChanged;
import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Handling;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.score.Trend;
import io.bellwether.health.HealthAssessed;
import io.bellwether.history.Observation;
import io.bellwether.history.ObservationsStored;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Tells those who listen what has been committed. The work is done on a thread of its own, behind a bounded queue: a
 * listener must never hold up the loop, and when there is too much to tell the rest is left out.
 */
@ApplicationScoped
class Happenings {

    private static final int BACKLOG = 1_000;

    record Observed(
            String vendor, UUID probe, String kind, Instant at, Outcome outcome, double duration, String reason) {}

    record StatusChanged(
            String vendor, Outcome status, @Nullable Instant since) {}

    record Assessed(
            String vendor,
            @Nullable Integer index,
            @Nullable String grade,
            Trend trend) {}

    record Alerted(
            UUID id, @Nullable String vendor, String rule, Severity severity, Condition condition, Handling handling) {}

    private final ExecutorService worker = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(BACKLOG),
            Thread.ofVirtual().name("happenings").factory(),
            new ThreadPoolExecutor.DiscardPolicy());
    private final EventStreams streams;
    private final Statuses statuses;

    Happenings(EventStreams streams, Statuses statuses) {
        this.streams = streams;
        this.statuses = statuses;
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    void stored(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObservationsStored event) {
        tell(() -> event.observations().forEach(this::tell));
    }

    void assessed(@Observes(during = TransactionPhase.AFTER_SUCCESS) HealthAssessed event) {
        var now = event.now();
        tell(() -> streams.send("health", new Assessed(event.vendor().slug(), now.index(), now.grade(), now.trend())));
    }

    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlertsChanged event) {
        tell(() -> event.alerts().forEach(this::tell));
    }

    private void tell(Runnable news) {
        if (!streams.nobodyListens()) {
            worker.execute(news);
        }
    }

    private void tell(Alert alert) {
        streams.send(
                "alert",
                new Alerted(
                        alert.id(),
                        alert.vendor(),
                        alert.rule(),
                        alert.severity(),
                        alert.condition(),
                        alert.handling()));
    }

    private void tell(Observation observation) {
        String vendor = statuses.slug(observation.vendorId());
        streams.send(
                "observation",
                new Observed(
                        vendor,
                        observation.probeId(),
                        observation.kind(),
                        observation.at(),
                        observation.outcome(),
                        observation.duration(),
                        observation.reason()));
        statuses.after(observation)
                .ifPresent(
                        status -> streams.send("status", new StatusChanged(vendor, status.outcome(), status.since())));
    }
}
