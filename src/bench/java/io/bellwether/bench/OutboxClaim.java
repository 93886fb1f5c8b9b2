package io.bellwether.bench;

import io.bellwether.notify.ClaimSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A look for something to send, among few messages that have been delivered and among many. */
final class OutboxClaim {

    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int WARM_UP = 1_000;
    private static final int CLAIMS = 5_000;

    private OutboxClaim() {}

    static void run(Bellwether monitoring, Report report) throws Exception {
        try (Connection connection = monitoring.connect()) {
            execute(connection, "TRUNCATE intent CASCADE");
            deliver(connection, FEW);
            // Not to be compared with what comes after others.
            claim(connection);
            double few = claim(connection);
            deliver(connection, MANY - FEW);
            double many = claim(connection);
            report.told("alerting: claim p99 with 1,000 messages delivered", Report.number(few) + " ms", "");
            report.told("alerting: claim p99 with 1,000,000 messages delivered", Report.number(many) + " ms", "");
            report.atMost("alerting: difference of the claim's p99", 20, (many / few - 1) * 100, "%");
        }
    }

    private static void deliver(Connection connection, int messages) throws SQLException {
        // What refers to nothing need not be checked a million times.
        execute(connection, "SET session_replication_role = replica");
        execute(connection, Report.text("""
                INSERT INTO intent (id, episode_id, transition, mailbox_id, group_id, kind, severity, state, reason, attempts,
                                    expires_at, created_at, finished_at)
                SELECT uuidv7(), uuidv7(), 1, mailbox_id, id, 'FIRING', 'WARNING', 'DELIVERED', '', 1,
                       now() + interval '1 day', now(), now()
                  FROM generate_series(1, %d) AS n
                  JOIN (SELECT id, mailbox_id, row_number() OVER () AS number, count(*) OVER () AS all FROM alert_group) AS known
                    ON known.number = n %% known.all + 1""", messages));
        execute(connection, "SET session_replication_role = DEFAULT");
        execute(connection, "VACUUM ANALYZE intent");
    }

    /** The 99th percentile in milliseconds, of claims that are not kept. */
    private static double claim(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        long group = (long) figure(connection, "SELECT min(id) FROM alert_group");
        execute(connection, Report.text("""
                INSERT INTO intent (id, episode_id, transition, mailbox_id, group_id, kind, severity, state, expires_at)
                SELECT uuidv7(), uuidv7(), 1, mailbox_id, id, 'FIRING', 'WARNING', 'WAITING',
                       now() + interval '1 day'
                  FROM alert_group WHERE id = %d""", group));
        execute(connection, Report.text("""
                UPDATE mailbox SET next_look = now()
                 WHERE id = (SELECT mailbox_id FROM alert_group WHERE id = %d)""", group));
        List<String> statements = ClaimSql.statements(group);
        for (String look : statements.subList(1, statements.size())) {
            require(connection, look);
        }
        double[] millis = new double[CLAIMS];
        for (int claim = -WARM_UP; claim < CLAIMS; claim++) {
            long begin = System.nanoTime();
            for (String statement : statements) {
                execute(connection, statement);
            }
            millis[Math.max(0, claim)] = (System.nanoTime() - begin) / 1e6;
        }
        connection.rollback();
        connection.setAutoCommit(true);
        return Alerting.percentile(millis, 0.99);
    }

    /** A look that finds nothing would be quick, and no claim. */
    private static void require(Connection connection, String look) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(look)) {
            if (!row.next()) {
                throw new IllegalStateException("Nothing is found by " + look);
            }
        }
    }

    private static double figure(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
