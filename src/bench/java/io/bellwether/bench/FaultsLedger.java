package io.bellwether.bench;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** What the database says about the run; {@code :begin} and {@code :end} are the due times that count. */
record FaultsLedger(Handle handle, FaultsTimeline timeline) {

    private static final String COUNTED = " FROM observed WHERE due_at >= :begin AND due_at < :end ";

    /** Every due time is a whole number of intervals away from the next one. */
    private static final String EXPECTED = " FROM probe_schedule schedule"
            + " CROSS JOIN LATERAL generate_series(next_due - interval '1 hour', next_due, schedule.every_ms * interval '1 ms') AS due"
            + " LEFT JOIN observed ON observed.probe_id = schedule.probe_id AND due_at = due"
            + " WHERE due >= :begin AND due < :end";

    long expected() {
        return number("SELECT count(*)" + EXPECTED);
    }

    List<Instant> missing() {
        return query("SELECT due" + EXPECTED + " AND due_at IS NULL")
                .mapTo(Instant.class)
                .list();
    }

    /** Of all observations or of those that fulfil a condition. */
    long observations(String condition) {
        return number("SELECT count(*)" + COUNTED + condition);
    }

    long doubles() {
        return number("SELECT count(*) - count(DISTINCT (probe_id, due_at))" + COUNTED);
    }

    /** Observations whose due time is none of their probe. */
    long offGrid() {
        return number("""
                SELECT count(*) FROM observed JOIN probe_schedule schedule USING (probe_id)
                 WHERE due_at >= :begin AND due_at < :end
                   AND mod(extract(epoch FROM next_due - due_at) * 1000, schedule.every_ms) <> 0""");
    }

    long alerts() {
        return handle.createQuery("SELECT count(*) FROM alert_episode")
                .mapTo(long.class)
                .one();
    }

    /** Requests that were answered, as all observations ever made tell; one of a single attempt does not list it. */
    long answered() {
        return handle.createQuery("""
                        SELECT coalesce(sum(CASE WHEN attempts = '[]' THEN (cause = 'OK')::int
                          ELSE jsonb_array_length(jsonb_path_query_array(attempts, '$[*] ? (@.cause == "OK")')) END), 0)
                          FROM observed""").mapTo(long.class).one();
    }

    /** How many observations there are of each outcome and cause. */
    String outcomes() {
        Map<String, String> counts = query("SELECT outcome || ' ' || cause AS what, count(*) AS many" + COUNTED
                        + "GROUP BY 1 ORDER BY 2 DESC")
                .setMapKeyColumn("what")
                .setMapValueColumn("many")
                .collectInto(new org.jdbi.v3.core.generic.GenericType<>() {});
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    /** How long after their due times the runs of one node began, by its records. */
    String lateness(String node) {
        return query("""
                        SELECT concat(count(*), ' runs, p50 ', round(percentile_disc(0.5) WITHIN GROUP (ORDER BY late)), ' ms, p99 ',
                                      round(percentile_disc(0.99) WITHIN GROUP (ORDER BY late)), ' ms, max ', round(max(late)), ' ms')
                          FROM (SELECT extract(epoch FROM started_at - due_at) * 1000 AS late""" + COUNTED + "AND node LIKE :node) AS runs")
                .bind("node", node + " %")
                .mapTo(String.class)
                .one();
    }

    private long number(String sql) {
        return query(sql).mapTo(long.class).one();
    }

    private Query query(String sql) {
        return handle.createQuery(sql).bind("begin", timeline.begin()).bind("end", timeline.end());
    }
}
