package io.bellwether.platform;

import java.util.Collection;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** One statement for each of many rows, without waiting for the database after each. */
public final class EachRow {

    private EachRow() {}

    /**
     * Executes it for each row, in their order. How many rows of the database each has changed is not told: drivers that
     * rewrite statements do not know.
     *
     * @param bind gives the statement the values of a row
     */
    public static <T> void execute(Jdbi jdbi, String sql, Collection<T> rows, BiConsumer<PreparedBatch, T> bind) {
        if (rows.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            try (PreparedBatch batch = handle.prepareBatch(sql)) {
                rows.forEach(row -> {
                    bind.accept(batch, row);
                    batch.add();
                });
                batch.execute();
            }
        });
    }
}
