package io.bellwether.platform;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Checks that nothing in the log of changes was altered or taken out since it was written. */
@Singleton
public class AuditChain {

    private final Jdbi jdbi;

    AuditChain(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * What a check of the whole log found.
     *
     * @param entries how many there are
     * @param head the hash of all of them (SHA-256, hexadecimal); kept elsewhere it proves that none was taken off the end
     * @param fault what is wrong, and where; null when the log is as it was written
     */
    public record Verification(
            long entries, String head, @Nullable String fault) {}

    /** Reads the whole log, in one view of the database. */
    public Verification verify() {
        return jdbi.inTransaction(handle -> {
            handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
            return verify(handle);
        });
    }

    static Verification verify(Handle handle) {
        String fault =
                broken(handle).or(() -> unlinked(handle)).or(() -> cut(handle)).orElse(null);
        return handle.createQuery("SELECT number, encode(hash, 'hex') AS head FROM audit_head")
                .map((row, _) -> new Verification(row.getLong("number"), row.getString("head"), fault))
                .one();
    }

    private static Optional<String> broken(Handle handle) {
        return handle.createQuery("""
                        SELECT number FROM (
                            SELECT link.number, link.hash, entry, lag(link.number, 1, 0::bigint) OVER chain AS before,
                                   lag(link.hash, 1, '\\x'::bytea) OVER chain AS previous
                              FROM audit_link AS link LEFT JOIN audit_entry AS entry ON entry.id = link.entry_id
                            WINDOW chain AS (ORDER BY link.number)) AS links
                         WHERE number <> before + 1 OR (entry).id IS NULL OR hash <> audit_hash(previous, entry)
                         ORDER BY number LIMIT 1""")
                .mapTo(long.class)
                .findOne()
                .map(number -> "Entry " + number + " or the one before it was changed or taken out.");
    }

    private static Optional<String> unlinked(Handle handle) {
        return handle.createQuery("""
                        SELECT id FROM audit_entry WHERE NOT EXISTS (SELECT FROM audit_link WHERE entry_id = id)
                         ORDER BY id LIMIT 1""")
                .mapTo(long.class)
                .findOne()
                .map(id -> "The entry with the id " + id + " was put in past the chain.");
    }

    private static Optional<String> cut(Handle handle) {
        return handle.createQuery("""
                        SELECT number FROM audit_head AS head
                         WHERE number <> (SELECT count(*) FROM audit_link)
                            OR number > 0 AND NOT EXISTS (
                                SELECT FROM audit_link AS link WHERE link.number = head.number AND link.hash = head.hash)""")
                .mapTo(long.class)
                .findOne()
                .map(number -> "The log does not end with entry " + number + ", as it should.");
    }
}
