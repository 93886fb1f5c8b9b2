package io.bellwether.fact;

import io.bellwether.core.Dimension;
import io.bellwether.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads one row of the table {@code fact}. */
final class FactRow implements RowMapper<Fact> {

    private final Json json;

    FactRow(Json json) {
        this.json = json;
    }

    @Override
    public Fact map(ResultSet row, StatementContext context) throws SQLException {
        return new Fact(
                row.getObject("id", UUID.class),
                row.getObject("vendor_id", UUID.class),
                row.getObject("probe_id", UUID.class),
                Dimension.valueOf(row.getString("dimension")),
                row.getString("signal"),
                row.getString("key"),
                row.getString("value"),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("known_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("superseded_at", OffsetDateTime.class)),
                row.getString("source"),
                json.map(row.getString("detail")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
