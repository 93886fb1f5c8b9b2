package io.bellwether.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A thousand vendors with a check a minute for 90 days: how much room it takes and how fast it is read. One day is written as
 * observations and summarised by the application itself; the other days are copies of it, in SQL.
 */
record History() implements Scenario {

    private static final int VENDORS = 1_000;

    /** Next to never due: the history is written by the benchmark. */
    private static final Load SELDOM = new Load(VENDORS, Duration.ofDays(1), "http");

    private static final int DAYS = 90;
    private static final int RAW_DAYS = 30;
    private static final int PER_DAY = 1_440;
    private static final int WARM_CALLS = 300;
    private static final int COLD_CALLS = 20;

    @Override
    public String name() {
        return "history";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        try (Bellwether monitoring = bench.bellwether()) {
            monitoring.register(SELDOM);
            LocalDate day = LocalDate.now(ZoneOffset.UTC).minusDays(1);
            try (Connection connection = monitoring.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("SET synchronous_commit = off");
                writeDay(statement, day);
                Patience.until("the day is summarised", () -> summarised(statement, day));
                compact(statement, day);
                report.atMost(
                        "storage: bytes per observation, summaries and indexes included", 120, bytes(statement), "B");
                for (int before = 1; before < DAYS; before++) {
                    copyDay(statement, day, before);
                }
                statement.execute("VACUUM ANALYZE");
            }
            String series = "/api/v1/probes/" + monitoring.anyProbe() + "/series?step=PT1H&from="
                    + day.minusDays(DAYS - 1) + "T00:00:00Z&to=" + day.plusDays(1) + "T00:00:00Z";
            time(monitoring, series, WARM_CALLS, false);
            report.atMost("series: 90 days by the hour, p99", 50, time(monitoring, series, WARM_CALLS, false), "ms");
            time(monitoring, "/api/v1/portfolio?limit=500", WARM_CALLS, false);
            report.atMost(
                    "portfolio: 500 of 1,000 vendors, warm, p99",
                    30,
                    time(monitoring, "/api/v1/portfolio?limit=500", WARM_CALLS, false),
                    "ms");
            report.atMost(
                    "portfolio: 500 of 1,000 vendors, cold database, p99",
                    100,
                    time(monitoring, "/api/v1/portfolio?limit=500", COLD_CALLS, true),
                    "ms");
        }
    }

    /** As the application stores them: one in a thousand is DOWN, the others take about 120 ms. */
    private static void writeDay(Statement statement, LocalDate day) throws SQLException {
        String code = "(2 + round(ln(1000 * exp(%s + 0.3 * random_normal())) * 32765 / ln(3.6e9)))::smallint";
        statement.execute(
                "INSERT INTO series (probe_id, vendor_id, kind, deciding) SELECT id, vendor_id, kind, true FROM probe");
        statement.execute(Report.text("""
                INSERT INTO probe_state (probe_id, vendor_id, due_at, outcome, since, cause, reason, duration_ms)
                SELECT id, vendor_id, timestamptz '%s 23:59:00+00', 'UP', timestamptz '%s 00:00:00+00', 'NONE',
                       'The answer was as expected.', 120
                  FROM probe""", day, day));
        statement.execute(Report.text("""
                INSERT INTO evidence (digest, last_seen, cause, reason, every_ms, detail, attempts, node)
                SELECT gen_random_uuid(), '%s', CASE WHEN n = 0 THEN 'STATUS' ELSE 'NONE' END,
                       'The answer was as expected.', 60000, '{"status": 200}', '[]', 'node'
                  FROM generate_series(0, %d) AS n""", day, VENDORS));
        statement.execute(Report.text(
                """
                INSERT INTO observation (due_at, evidence, series, lateness, duration, dns, connect, tls, first_byte, transfer, outcome)
                SELECT timestamptz '%s 00:00:00+00' + (minute * 60 + s.number %% 60) * interval '1 second',
                       CASE WHEN bad THEN (SELECT min(id) FROM evidence) ELSE (SELECT min(id) FROM evidence) + s.rank END,
                       s.number, 9000, %s, %s, %s, %s, %s, %s, CASE WHEN bad THEN 'D' ELSE 'U' END::"char"
                  FROM (SELECT number, rank() OVER (ORDER BY number) AS rank FROM series) AS s,
                       generate_series(0, %d) AS minute,
                       LATERAL (SELECT random() < 0.001 + s.number * 0 + minute * 0 AS bad) AS luck
                 ORDER BY minute, s.number""",
                day,
                code.formatted("4.8"),
                code.formatted("1.5"),
                code.formatted("2.5"),
                code.formatted("3.2"),
                code.formatted("4.1"),
                code.formatted("0.5"),
                PER_DAY - 1));
        for (String[] level : new String[][] {{"FIVE_MINUTES", "5 minutes"}, {"HOUR", "1 hour"}, {"DAY", "1 day"}}) {
            statement.execute(Report.text("""
                    INSERT INTO rollup_slot (level, at, state)
                    SELECT '%s', at, 1 FROM generate_series(timestamptz '%s 00:00:00+00', timestamptz '%s 23:59:59+00', '%s') AS at
                    ON CONFLICT (level, at) DO UPDATE SET state = 3""", level[0], day, day, level[1]));
        }
    }

    private static boolean summarised(Statement statement, LocalDate day) throws SQLException {
        return figure(statement, Report.text("""
                SELECT count(*) FROM rollup_slot WHERE at >= '%s 00:00:00+00' AND at < '%s 00:00:00+00' AND state <> 2""", day, day.plusDays(1))) == 0;
    }

    /** What the application does in the night after, and the database whenever it gets to it. */
    private static void compact(Statement statement, LocalDate day) throws SQLException {
        String suffix = "_" + day.toString().replace("-", "");
        statement.execute("REINDEX TABLE CONCURRENTLY observation" + suffix);
        statement.execute("REINDEX TABLE CONCURRENTLY rollup_5m" + suffix);
        statement.execute("VACUUM ANALYZE");
    }

    private static double bytes(Statement statement) throws SQLException {
        return figure(statement, """
                SELECT (SELECT sum(pg_total_relation_size(c.oid)) FROM pg_class c
                         WHERE c.relkind = 'r' AND c.relname ~ '^(observation_|rollup_|evidence|series)')
                       / (SELECT count(*) FROM observation)""");
    }

    private static void copyDay(Statement statement, LocalDate day, int before) throws SQLException {
        LocalDate copy = day.minusDays(before);
        if (before < RAW_DAYS) {
            for (String table : List.of("observation", "rollup_5m")) {
                statement.execute(Report.text("""
                        CREATE TABLE IF NOT EXISTS %1$s_%2$s PARTITION OF %1$s
                          FOR VALUES FROM ('%3$s 00:00:00+00') TO ('%4$s 00:00:00+00')""", table, copy.toString().replace("-", ""), copy, copy.plusDays(1)));
                shift(statement, table, table.equals("observation") ? "due_at" : "at", day, before);
            }
        }
        shift(statement, "rollup_hour", "at", day, before);
        shift(statement, "rollup_day", "at", day, before);
        shift(statement, "rollup_slot", "at", day, before);
    }

    private static void shift(Statement statement, String table, String time, LocalDate day, int days)
            throws SQLException {
        List<String> columns = new ArrayList<>();
        try (var names = statement.executeQuery(Report.text(
                "SELECT attname FROM pg_attribute WHERE attrelid = '%s'::regclass AND attnum > 0", table))) {
            while (names.next()) {
                columns.add(names.getString(1));
            }
        }
        String all = String.join(", ", columns);
        statement.execute(Report.text(
                "INSERT INTO %s (%s) SELECT %s FROM %s WHERE %s >= '%s 00:00:00+00' AND %s < '%s 00:00:00+00' ORDER BY %s ON CONFLICT DO NOTHING",
                table,
                all,
                all.replaceFirst("\\b" + time + "\\b", time + " - interval '" + days + " days'"),
                table,
                time,
                day,
                time,
                day.plusDays(1),
                table.equals("rollup_slot") ? time : "series, " + time));
    }

    private static double figure(Statement statement, String sql) throws SQLException {
        try (var row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }

    /** The 99th percentile in milliseconds. */
    static double time(Bellwether monitoring, String path, int calls, boolean cold)
            throws IOException, InterruptedException {
        double[] millis = new double[calls];
        for (int call = 0; call < calls; call++) {
            if (cold) {
                monitoring.restartDatabase();
            }
            long begin = System.nanoTime();
            var answer = monitoring.get(path);
            millis[call] = (System.nanoTime() - begin) / 1e6;
            if (answer.statusCode() != 200) {
                throw new IOException(path + " was answered by " + answer.statusCode() + ": " + answer.body());
            }
        }
        Arrays.sort(millis);
        return millis[(int) Math.ceil(calls * 0.99) - 1];
    }
}
