package io.bellwether.history;

import io.bellwether.core.Phases;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes observations, and with them the latest state of their probes. */
@Singleton
public class ObservationWriter {

    private final Jdbi jdbi;
    private final Json json;

    ObservationWriter(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Writes a batch in the running transaction; an observation that is already there stays as it is. */
    public void write(List<Observation> observations) {
        jdbi.useHandle(handle -> {
            insert(handle, observations);
            updateStates(handle, observations);
        });
    }

    private void insert(Handle handle, List<Observation> observations) {
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO observation (id, probe_id, vendor_id, kind, due_at, started_at, every_ms, outcome, cause, reason,
                    duration_ms, dns_ms, connect_ms, tls_ms, first_byte_ms, transfer_ms, detail, attempts, node)
                VALUES (:id, :probe, :vendor, :kind, :at, :startedAt, :every, :outcome, :cause, :reason,
                    :duration, :dns, :connect, :tls, :firstByte, :transfer, :detail::jsonb, :attempts::jsonb, :node)
                ON CONFLICT DO NOTHING""")) {
            for (Observation observation : observations) {
                Phases phases = observation.phases();
                batch.bind("id", observation.id())
                        .bind("probe", observation.probeId())
                        .bind("vendor", observation.vendorId())
                        .bind("kind", observation.kind())
                        .bind("at", observation.at())
                        .bind("startedAt", observation.startedAt())
                        .bind("every", observation.every().toMillis())
                        .bind("outcome", observation.outcome().name())
                        .bind("cause", observation.cause().name())
                        .bind("reason", Evidence.text(observation.reason()))
                        .bind("duration", observation.duration())
                        .bind("dns", phases.dns())
                        .bind("connect", phases.connect())
                        .bind("tls", phases.tls())
                        .bind("firstByte", phases.firstByte())
                        .bind("transfer", phases.transfer())
                        .bind("detail", json.write(observation.detail()))
                        .bind("attempts", json.write(Evidence.kept(observation.attempts())))
                        .bind("node", observation.node())
                        .add();
            }
            batch.execute();
        }
    }

    private static void updateStates(Handle handle, List<Observation> observations) {
        Map<UUID, Observation> newest = observations.stream()
                .collect(Collectors.toMap(
                        Observation::probeId,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparing(Observation::at))));
        try (PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO probe_state AS state (probe_id, vendor_id, due_at, outcome, since, cause, reason, duration_ms)
                VALUES (:probe, :vendor, :at, :outcome, :at, :cause, :reason, :duration)
                ON CONFLICT (probe_id) DO UPDATE SET due_at = excluded.due_at, outcome = excluded.outcome,
                    since = CASE WHEN state.outcome = excluded.outcome THEN state.since ELSE excluded.since END,
                    cause = excluded.cause, reason = excluded.reason, duration_ms = excluded.duration_ms
                WHERE state.due_at < excluded.due_at""")) {
            // In one order on every node, so that two batches cannot wait for each other.
            newest.values().stream()
                    .sorted(Comparator.comparing(Observation::probeId))
                    .forEach(observation -> batch.bind("probe", observation.probeId())
                            .bind("vendor", observation.vendorId())
                            .bind("at", observation.at())
                            .bind("outcome", observation.outcome().name())
                            .bind("cause", observation.cause().name())
                            .bind("reason", Evidence.text(observation.reason()))
                            .bind("duration", observation.duration())
                            .add());
            batch.execute();
        }
    }
}
