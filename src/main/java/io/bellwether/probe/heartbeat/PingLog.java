package io.bellwether.probe.heartbeat;

import io.bellwether.platform.Cursor;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Reads the calls that are kept of a heartbeat, for people. */
@Singleton
class PingLog {

    private final Jdbi jdbi;

    PingLog(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    private record Line(long id, Ping ping) {}

    /**
     * Newest first.
     *
     * @throws Problem 404 when there is no such heartbeat in service, 400 for a broken cursor or limit
     */
    Page<Ping> list(UUID probe, @Nullable Integer limit, @Nullable String after) {
        int size = Page.limit(limit);
        Page<Line> page = Page.of(lines(hash(probe), before(after), size + 1), size, line -> Cursor.of(line.id()));
        return new Page<>(page.items().stream().map(Line::ping).toList(), page.next());
    }

    private byte[] hash(UUID probe) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT sha256((settings ->> 'key')::bytea) FROM probe
                         WHERE id = :probe AND kind = 'heartbeat' AND removed_at IS NULL""")
                .bind("probe", probe)
                .mapTo(byte[].class)
                .findOne()
                .orElseThrow(() -> Problem.notFound("heartbeat", probe)));
    }

    private List<Line> lines(byte[] hash, long before, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, at, kind, exit_code, payload FROM heartbeat_ping
                         WHERE key_hash = :hash AND id < :before ORDER BY id DESC LIMIT :rows""")
                .bind("hash", hash)
                .bind("before", before)
                .bind("rows", rows)
                .map((row, _) -> new Line(row.getLong("id"), PingTable.ping(row)))
                .list());
    }

    private static long before(@Nullable String after) {
        List<String> parts = Cursor.parts(after, 1);
        try {
            return parts.isEmpty() ? Long.MAX_VALUE : Long.parseLong(parts.getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.broken();
        }
    }
}
