package io.bellwether.platform;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The log of who changed what, written in the transaction of the change. */
@Singleton
public class Audit {

    private final Jdbi jdbi;
    private final Json json;
    private final Caller caller;
    private final Origin origin;

    Audit(Jdbi jdbi, Json json, Caller caller, Origin origin) {
        this.jdbi = jdbi;
        this.json = json;
        this.caller = caller;
        this.origin = origin;
    }

    /** As {@link #record(String, String, String, Map)}, of what is done without a word why. */
    public void record(String action, String subject, Map<String, Object> detail) {
        record(action, subject, "", detail);
    }

    /** Parameters as in {@link AuditEntry}; the actor is the caller. Secrets do not belong in {@code detail}. */
    public void record(String action, String subject, String reason, Map<String, Object> detail) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO audit_entry (actor, action, subject, reason, origin, detail)
                        VALUES (:actor, :action, :subject, :reason, :origin, :detail::jsonb)""")
                .bind("actor", caller.name())
                .bind("action", action)
                .bind("subject", subject)
                .bind("reason", reason)
                .bind("origin", origin.words())
                .bind("detail", json.write(detail))
                .execute());
    }

    /** Newest first. */
    public Page<AuditEntry> list(int limit, @Nullable String after) {
        List<AuditEntry> rows = jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, at, actor, action, subject, reason, origin, detail::text AS detail
                          FROM audit_entry WHERE id < :before ORDER BY id DESC LIMIT :rows""")
                .bind("before", before(after))
                .bind("rows", limit + 1)
                .map((row, context) -> new AuditEntry(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        row.getString("reason"),
                        row.getString("origin"),
                        json.map(row.getString("detail"))))
                .list());
        return Page.of(rows, limit, entry -> Cursor.of(entry.id()));
    }

    private static long before(@Nullable String after) {
        List<String> parts = Cursor.parts(after, 1);
        if (parts.isEmpty()) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(parts.getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.broken();
        }
    }
}
