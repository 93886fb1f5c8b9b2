package io.bellwether.packaged;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Keeps everybody from writing a table until it is closed. */
final class TableLock implements AutoCloseable {

    private final Jdbi jdbi;
    private final Handle handle;

    TableLock(Jdbi jdbi, String table) {
        this.jdbi = jdbi;
        this.handle = jdbi.open();
        handle.begin();
        handle.execute("LOCK TABLE " + table + " IN SHARE ROW EXCLUSIVE MODE");
    }

    /** Until somebody waits with a statement that has this in it; else the failure tells what everybody does instead. */
    void awaitBlocked(String statement) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(activity()).anyMatch(line -> line.startsWith("Lock") && line.contains(statement)));
    }

    private List<String> activity() {
        return jdbi.withHandle(
                other -> other.createQuery("""
                        SELECT concat_ws(' | ', wait_event_type, wait_event, state, now() - query_start, pg_blocking_pids(pid), query)
                          FROM pg_stat_activity
                         WHERE datname = current_database() AND pid <> pg_backend_pid()""").mapTo(String.class).list());
    }

    @Override
    public void close() {
        handle.rollback();
        handle.close();
    }
}
