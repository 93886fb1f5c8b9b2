package io.bellwether.history;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.sketch.TimingCode;
import io.bellwether.history.ObservationView.AttemptView;
import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads observations and the latest state of probes. */
@Singleton
public class Observations {

    private final Jdbi jdbi;
    private final Json json;

    Observations(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** A probe's verdicts in a time; else as {@link #between(UUID, String, Instant, Instant, int)}. */
    public List<Observation> between(UUID probeId, Instant from, Instant to, int limit) {
        return between(probeId, "", from, to, limit);
    }

    /**
     * The observations of a probe in a time, newest first.
     *
     * @param location which of its locations saw them; empty for its verdicts
     * @param from inclusive
     * @param to exclusive
     */
    public List<Observation> between(UUID probeId, String location, Instant from, Instant to, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM observed
                         WHERE probe_id = :probe AND location = :location AND due_at >= :from AND due_at < :to
                         ORDER BY due_at DESC LIMIT :limit""")
                .bind("probe", probeId)
                .bind("location", location)
                .bind("from", from)
                .bind("to", to)
                .bind("limit", limit)
                .map((row, _) -> observation(row))
                .list());
    }

    /** What each location saw of these probes at these times, and their verdicts, as far as there are any. */
    public List<Observation> at(Collection<DueTime> times) {
        List<Instant> due = times.stream().map(DueTime::at).sorted().toList();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT observed.* FROM unnest(:probes, :due::timestamptz[]) AS times (probe_id, due_at)
                          JOIN observed USING (probe_id, due_at)
                         WHERE observed.due_at BETWEEN :first AND :last""")
                .bindArray(
                        "probes",
                        UUID.class,
                        times.stream().map(DueTime::probeId).toArray())
                .bindArray(
                        "due",
                        String.class,
                        times.stream().map(time -> time.at().toString()).toArray())
                .bind("first", due.getFirst())
                .bind("last", due.getLast())
                .map((row, _) -> observation(row))
                .list());
    }

    public Optional<Observation> latest(UUID probeId) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT * FROM observed JOIN probe_state USING (probe_id, due_at) WHERE probe_id = :probe AND location = ''""")
                .bind("probe", probeId)
                .map((row, _) -> observation(row))
                .findOne());
    }

    /**
     * The last good observations of several probes, in one query.
     *
     * @param from inclusive
     * @param to inclusive
     * @param most of each probe
     * @return newest first; a probe without any is missing
     */
    public Map<UUID, List<GoodAnswer>> lastGood(Collection<UUID> probes, Instant from, Instant to, int most) {
        if (probes.isEmpty()) {
            return Map.of();
        }
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT s.probe_id, good.outcome, good.duration
                          FROM series s CROSS JOIN LATERAL (
                               SELECT due_at, outcome, duration FROM observation o
                                WHERE o.series = s.number AND due_at >= :from AND due_at <= :to AND outcome IN ('U', 'G')
                                ORDER BY due_at DESC LIMIT :most) AS good
                         WHERE s.probe_id = ANY (:probes) AND s.location = ''
                         ORDER BY s.probe_id, good.due_at DESC""")
                .bindArray("probes", UUID.class, probes.toArray())
                .bind("from", from)
                .bind("to", to)
                .bind("most", most)
                .map((row, _) -> Map.entry(
                        row.getObject("probe_id", UUID.class),
                        new GoodAnswer(
                                OutcomeCode.from(row.getString("outcome")),
                                Objects.requireNonNullElse(TimingCode.decode(row.getShort("duration")), 0.0))))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList()))));
    }

    /** When one of these probes was last answered well; empty when never, or longer ago than observations are kept. */
    public Optional<Instant> lastGoodAt(Collection<UUID> probes) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT good.due_at
                          FROM series s CROSS JOIN LATERAL (
                               SELECT due_at FROM observation o WHERE o.series = s.number AND outcome IN ('U', 'G')
                                ORDER BY due_at DESC LIMIT 1) AS good
                         WHERE s.probe_id = ANY (:probes) AND s.location = '' ORDER BY good.due_at DESC LIMIT 1""")
                .bindArray("probes", UUID.class, probes.toArray())
                .mapTo(Instant.class)
                .findOne());
    }

    /** The latest state of each probe of a vendor that is in service and has been run. */
    public List<LatestState> states(UUID vendorId) {
        return states(List.of(vendorId));
    }

    /** The latest states of the probes of several vendors, in one query. */
    public List<LatestState> states(Collection<UUID> vendorIds) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT state.probe_id, state.vendor_id, series.deciding, state.due_at AS at, state.outcome, state.since,
                               state.cause, state.reason, state.duration_ms AS duration
                          FROM probe_state state JOIN probe ON probe.id = state.probe_id AND probe.removed_at IS NULL
                               JOIN series ON series.probe_id = state.probe_id AND series.location = ''
                         WHERE state.vendor_id = ANY (:vendors)""")
                .bindArray("vendors", UUID.class, vendorIds.toArray())
                .map(ConstructorMapper.of(LatestState.class))
                .list());
    }

    private Observation observation(ResultSet row) throws SQLException {
        Attempt deciding = new Attempt(
                row.getTimestamp("started_at").toInstant(),
                Outcome.valueOf(row.getString("outcome")),
                Cause.valueOf(row.getString("cause")),
                row.getString("reason"),
                row.getDouble("duration_ms"),
                new Phases(
                        row.getObject("dns_ms", Double.class),
                        row.getObject("connect_ms", Double.class),
                        row.getObject("tls_ms", Double.class),
                        row.getObject("first_byte_ms", Double.class),
                        row.getObject("transfer_ms", Double.class)),
                json.map(row.getString("detail")),
                List.of());
        return new Observation(
                row.getObject("probe_id", UUID.class),
                row.getObject("vendor_id", UUID.class),
                row.getString("kind"),
                row.getBoolean("deciding"),
                row.getString("location"),
                row.getTimestamp("due_at").toInstant(),
                deciding.startedAt(),
                Duration.ofMillis(row.getLong("every_ms")),
                deciding.outcome(),
                deciding.cause(),
                deciding.reason(),
                deciding.duration(),
                deciding.phases(),
                deciding.detail(),
                attempts(row.getString("attempts"), deciding),
                row.getString("node"));
    }

    private List<Attempt> attempts(String kept, Attempt only) {
        List<AttemptView> attempts = json.read(kept, new TypeReference<>() {});
        return attempts.isEmpty()
                ? List.of(only)
                : attempts.stream().map(AttemptView::attempt).toList();
    }
}
