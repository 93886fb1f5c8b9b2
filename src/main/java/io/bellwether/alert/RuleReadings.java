package io.bellwether.alert;

import io.bellwether.core.alert.rule.Detector;
import io.bellwether.core.alert.rule.History;
import io.bellwether.core.alert.rule.Metric;
import io.bellwether.core.alert.rule.Reading;
import io.bellwether.core.slo.Span;
import io.bellwether.health.HealthPoint;
import io.bellwether.health.HealthService;
import io.bellwether.history.SeriesPoint;
import io.bellwether.history.SeriesQuery;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The stored history as rules read it. */
@Singleton
class RuleReadings {

    private static final int AT_ONCE = 100;

    private final SeriesQuery series;
    private final HealthService health;

    RuleReadings(SeriesQuery series, HealthService health) {
        this.series = series;
        this.health = health;
    }

    /**
     * Hands over what a rule needs of each of its targets, all probes or all vendors: many in one read, but not all at once, for
     * memory is short.
     */
    void each(List<Target> targets, List<Span> spans, Duration step, BiConsumer<Target, History> judge) {
        for (int first = 0; first < targets.size(); first += AT_ONCE) {
            List<Target> some = targets.subList(first, Math.min(first + AT_ONCE, targets.size()));
            Map<UUID, List<Reading>> readings = some.getFirst().probeId() == null ? Map.of() : steps(some, spans, step);
            for (Target target : some) {
                List<Reading> known = target.probeId() == null
                        ? days(target, spans)
                        : readings.getOrDefault(target.probeId(), List.of());
                judge.accept(target, History.of(target.since(), target.every(), known));
            }
        }
    }

    private Map<UUID, List<Reading>> steps(List<Target> targets, List<Span> spans, Duration step) {
        List<UUID> probes = targets.stream().map(Target::probe).toList();
        return spans.stream()
                .flatMap(span -> series.ofProbes(probes, span.from(), span.to(), step).entrySet().stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.flatMapping(
                                entry -> entry.getValue().stream().map(point -> reading(point, step)),
                                Collectors.toList())));
    }

    private List<Reading> days(Target vendor, List<Span> spans) {
        List<Reading> readings = new ArrayList<>();
        for (Span span : spans) {
            LocalDate last = day(span.to().minusNanos(1));
            health.history(vendor.vendorId(), day(span.from()), last).forEach(point -> readings.add(reading(point)));
        }
        return readings;
    }

    private static Reading reading(SeriesPoint point, Duration step) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        put(values, Metric.LATENCY_P50, point.p50());
        put(values, Metric.LATENCY_P95, point.p95());
        put(values, Metric.LATENCY_P99, point.p99());
        put(values, Metric.AVAILABILITY, point.availability());
        return new Reading(
                point.at(),
                point.at().plus(step),
                point.up() + point.degraded(),
                point.down(),
                point.unknown(),
                values);
    }

    static Reading reading(HealthPoint point) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        put(values, Metric.INDEX, point.index());
        put(values, Metric.UPTIME_SCORE, point.uptime());
        put(values, Metric.LATENCY_SCORE, point.latency());
        put(values, Metric.SECURITY_SCORE, point.security());
        put(values, Metric.FINANCIAL_SCORE, point.financial());
        Instant begin = point.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        return new Reading(begin, begin.plus(Detector.DAY), 0, 0, 0, values);
    }

    private static void put(Map<Metric, Double> values, Metric metric, @Nullable Number value) {
        if (value != null) {
            values.put(metric, value.doubleValue());
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
