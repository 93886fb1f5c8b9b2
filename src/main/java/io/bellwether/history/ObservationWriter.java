package io.bellwether.history;

import io.bellwether.core.sketch.TimingCode;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Writes observations, and with them the latest state of their probes. */
@Singleton
public class ObservationWriter {

    private final Jdbi jdbi;
    private final Json json;
    private final SeriesNumbers numbers;
    private final EvidenceStore evidences;
    private final StateWriter states;

    ObservationWriter(Jdbi jdbi, Json json, SeriesNumbers numbers, EvidenceStore evidences, StateWriter states) {
        this.jdbi = jdbi;
        this.json = json;
        this.numbers = numbers;
        this.evidences = evidences;
        this.states = states;
    }

    /** Writes a batch in the running transaction; an observation that is already there stays as it is. */
    public void write(List<Observation> observations) {
        jdbi.useHandle(handle -> {
            insert(handle, observations);
            Slots.touch(handle, observations.stream().map(Observation::at).toList());
            states.write(handle, observations);
        });
    }

    private void insert(Handle handle, List<Observation> observations) {
        Map<SeriesKey, Integer> series = numbers.of(handle, observations);
        List<Evidence> said = observations.stream()
                .map(observation -> Evidence.of(observation, json))
                .toList();
        Map<UUID, Long> ids = evidences.ids(handle, said);
        handle.createUpdate("""
                        INSERT INTO observation (due_at, evidence, series, lateness, duration, dns, connect, tls, first_byte,
                            transfer, outcome)
                        SELECT timestamptz 'epoch' + due * interval '1 microsecond', evidence::integer, series, lateness, duration, dns,
                               connect, tls, first_byte, transfer, outcome::"char"
                          FROM unnest(:due, :evidence, :series, :lateness, :duration, :dns, :connect, :tls, :firstByte,
                                      :transfer, :outcome)
                            AS batch (due, evidence, series, lateness, duration, dns, connect, tls, first_byte, transfer,
                                      outcome)
                        ON CONFLICT DO NOTHING""")
                .bindArray("due", Long.class, column(observations, one -> micros(one.at())))
                .bindArray(
                        "evidence",
                        Long.class,
                        said.stream()
                                .map(one -> Objects.requireNonNull(ids.get(one.digest())))
                                .toArray())
                .bindArray(
                        "series",
                        Integer.class,
                        column(observations, one -> Objects.requireNonNull(series.get(SeriesKey.of(one)))))
                .bindArray("lateness", Integer.class, column(observations, one -> code(lateness(one))))
                .bindArray("duration", Integer.class, column(observations, one -> code(one.duration())))
                .bindArray(
                        "dns",
                        Integer.class,
                        column(observations, one -> code(one.phases().dns())))
                .bindArray(
                        "connect",
                        Integer.class,
                        column(observations, one -> code(one.phases().connect())))
                .bindArray(
                        "tls",
                        Integer.class,
                        column(observations, one -> code(one.phases().tls())))
                .bindArray(
                        "firstByte",
                        Integer.class,
                        column(observations, one -> code(one.phases().firstByte())))
                .bindArray(
                        "transfer",
                        Integer.class,
                        column(observations, one -> code(one.phases().transfer())))
                .bindArray("outcome", String.class, column(observations, one -> OutcomeCode.of(one.outcome())))
                .execute();
    }

    private static double lateness(Observation observation) {
        return Duration.between(observation.at(), observation.startedAt()).toNanos() / 1e6;
    }

    private static long micros(Instant time) {
        return time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000;
    }

    private static int code(@Nullable Double milliseconds) {
        return TimingCode.encode(milliseconds);
    }

    private static Object[] column(List<Observation> observations, Function<Observation, Object> part) {
        return observations.stream().map(part).toArray();
    }
}
