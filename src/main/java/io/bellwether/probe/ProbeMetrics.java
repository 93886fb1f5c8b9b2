package io.bellwether.probe;

import io.bellwether.core.Attempt;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Counts runs by outcome, and times attempts by phase. */
@Singleton
final class ProbeMetrics {

    private static final Duration[] BUCKETS = LongStream.of(
                    5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;

    ProbeMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void ran(String kind, Outcome outcome) {
        registry.counter(
                        "bellwether.probe.runs",
                        "kind",
                        kind,
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .increment();
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
        if (millis == null) {
            return;
        }
        Timer.builder("bellwether.probe.seconds")
                .description("How long the phases of probing took")
                .tag("kind", kind)
                .tag("phase", phase)
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                .record(Duration.ofNanos(Math.round(millis * 1e6)));
    }
}
