package io.bellwether.history;

import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Keeps the latest state of each probe: its latest verdict. */
@Singleton
class StateWriter {

    void write(Handle handle, List<Observation> observations) {
        Map<UUID, Observation> newest = observations.stream()
                .filter(Observation::verdict)
                .collect(Collectors.toMap(
                        Observation::probeId,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(Observation::at))));
        // In one order on every node, so that two batches cannot wait for each other.
        List<Observation> ordered = newest.values().stream()
                .sorted(Comparator.comparing(Observation::probeId))
                .toList();
        handle.createUpdate("""
                        INSERT INTO probe_state AS state (probe_id, vendor_id, due_at, outcome, since, cause, reason, duration_ms)
                        SELECT probe, vendor, due::timestamptz, outcome, due::timestamptz, cause, reason, duration
                          FROM unnest(:probes, :vendors, :due, :outcomes, :causes, :reasons, :durations)
                            AS latest (probe, vendor, due, outcome, cause, reason, duration)
                        ON CONFLICT (probe_id) DO UPDATE SET due_at = excluded.due_at, outcome = excluded.outcome,
                            since = CASE WHEN state.outcome = excluded.outcome THEN state.since ELSE excluded.since END,
                            cause = excluded.cause, reason = excluded.reason, duration_ms = excluded.duration_ms
                        WHERE state.due_at < excluded.due_at""")
                .bindArray("probes", UUID.class, column(ordered, Observation::probeId))
                .bindArray("vendors", UUID.class, column(ordered, Observation::vendorId))
                .bindArray(
                        "due",
                        String.class,
                        column(ordered, observation -> observation.at().toString()))
                .bindArray(
                        "outcomes",
                        String.class,
                        column(ordered, observation -> observation.outcome().name()))
                .bindArray(
                        "causes",
                        String.class,
                        column(ordered, observation -> observation.cause().name()))
                .bindArray("reasons", String.class, column(ordered, observation -> Evidence.text(observation.reason())))
                .bindArray("durations", Double.class, column(ordered, Observation::duration))
                .execute();
    }

    private static Object[] column(List<Observation> observations, Function<Observation, Object> part) {
        return observations.stream().map(part).toArray();
    }
}
