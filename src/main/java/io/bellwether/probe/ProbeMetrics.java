package io.bellwether.probe;

import io.bellwether.core.Attempt;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Counts runs by outcome, and times attempts by phase. */
@Singleton
final class ProbeMetrics {

    private static final Duration[] BUCKETS = LongStream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private record Run(String kind, Outcome outcome) {}

    private record Part(String kind, String phase) {}

    private final MeterRegistry registry;
    private final Map<Run, Counter> runs = new ConcurrentHashMap<>();
    private final Map<Part, Timer> parts = new ConcurrentHashMap<>();

    ProbeMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void ran(String kind, Outcome outcome) {
        runs.computeIfAbsent(new Run(kind, outcome), this::counter).increment();
    }

    void attempted(String kind, Attempt attempt) {
        Phases phases = attempt.phases();
        time(kind, "dns", phases.dns());
        time(kind, "connect", phases.connect());
        time(kind, "tls", phases.tls());
        time(kind, "first_byte", phases.firstByte());
        time(kind, "transfer", phases.transfer());
        time(kind, "total", attempt.duration());
    }

    private void time(String kind, String phase, @Nullable Double millis) {
        if (millis != null) {
            parts.computeIfAbsent(new Part(kind, phase), this::timer)
                    .record(Duration.ofNanos(Math.round(millis * 1e6)));
        }
    }

    private Counter counter(Run run) {
        return registry.counter(
                "bellwether.probe.runs",
                "kind",
                run.kind(),
                "outcome",
                run.outcome().name().toLowerCase(Locale.ROOT));
    }

    private Timer timer(Part part) {
        return Timer.builder("bellwether.probe.seconds")
                .description("How long the phases of probing took")
                .tag("kind", part.kind())
                .tag("phase", part.phase())
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
