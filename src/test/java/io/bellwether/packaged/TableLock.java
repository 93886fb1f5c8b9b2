package io.bellwether.packaged;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
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

    /** Until somebody waits with a statement that has this in it. */
    void awaitBlocked(String statement) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbi.withHandle(other -> other.createQuery("""
                                SELECT count(*) > 0 FROM pg_stat_activity
                                 WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%' || :statement || '%'""")
                        .bind("statement", statement)
                        .mapTo(boolean.class)
                        .one()));
    }

    @Override
    public void close() {
        handle.rollback();
        handle.close();
    }
}
