package io.bellwether.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Every vendor judged once more by the application's own job.
 *
 * @param seconds from the first judgement to the last
 * @param applicationSeconds CPU time of the virtual machine
 * @param databaseSeconds CPU time of PostgreSQL
 */
record FinanceRound(double seconds, double applicationSeconds, double databaseSeconds) {

    /** Waits for the next whole round. */
    static FinanceRound of(Bellwether monitoring, int vendors) throws IOException, InterruptedException, SQLException {
        Processes both = monitoring.processes();
        Processes application = new Processes(both.roots().subList(0, 1));
        Processes database = new Processes(both.roots().subList(1, 2));
        double mark = monitoring.query("SELECT extract(epoch FROM now())");
        String judged = Report.text(" FROM health_snapshot WHERE as_of > to_timestamp(%.6f)", mark);
        Patience.until("a round begins", () -> monitoring.query("SELECT count(*)" + judged) > 0);
        double applicationBefore = application.cpuSeconds();
        double databaseBefore = database.cpuSeconds();
        Patience.until(
                "all vendors are judged",
                // Asking is work for the database too.
                Duration.ofSeconds(1),
                () -> monitoring.query("SELECT count(DISTINCT vendor_id)" + judged) >= vendors);
        return new FinanceRound(
                monitoring.query("SELECT extract(epoch FROM max(as_of) - min(as_of))" + judged),
                application.cpuSeconds() - applicationBefore,
                database.cpuSeconds() - databaseBefore);
    }
}
