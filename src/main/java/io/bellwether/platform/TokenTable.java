package io.bellwether.platform;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code token}. Plain SQL, because requests are checked before any transaction or request context exists. */
@Singleton
class TokenTable {

    /** Any number, the same on every node. */
    private static final long ADMIN_LOCK = 0x6265_6c6c_7765_7468L;

    private static final String SELECT =
            "SELECT t.id, t.name, t.role, t.created_at, t.expires_at, t.revoked_at FROM token t ";

    private final Jdbi jdbi;

    TokenTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(Token token, String hash) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO token (id, name, role, hash, created_at, expires_at)
                        VALUES (:id, :name, :role, :hash, :createdAt, :expiresAt)""")
                .bind("id", token.id())
                .bind("name", token.name())
                .bind("role", token.role())
                .bind("hash", hash)
                .bind("createdAt", token.createdAt())
                .bind("expiresAt", token.expiresAt())
                .execute());
    }

    Optional<Token> byHash(String hash) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "WHERE hash = :hash")
                .bind("hash", hash)
                .map((row, context) -> token(row))
                .findOne());
    }

    /** The token behind a web session that is still open at this time. */
    Optional<Token> bySession(String sessionHash, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        JOIN web_session s ON s.token_id = t.id WHERE s.hash = :hash AND s.expires_at > :now""")
                .bind("hash", sessionHash)
                .bind("now", now)
                .map((row, context) -> token(row))
                .findOne());
    }

    List<Token> unrevoked(UUID after, int rows) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE revoked_at IS NULL AND id > :after ORDER BY id LIMIT :rows""")
                .bind("after", after)
                .bind("rows", rows)
                .map((row, context) -> token(row))
                .list());
    }

    List<Token> usableAdmins(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + """
                        WHERE role = 'ADMIN' AND revoked_at IS NULL
                          AND (expires_at IS NULL OR expires_at > :now)""")
                .bind("now", now)
                .map((row, context) -> token(row))
                .list());
    }

    boolean revoke(UUID id, Instant at) {
        return jdbi.withHandle(handle -> {
            handle.execute("DELETE FROM web_session WHERE token_id = ?", id);
            return handle.execute("UPDATE token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL", at, id) == 1;
        });
    }

    /** Until the end of the transaction nobody else decides whether there are administrators enough. */
    void lockAdmins() {
        jdbi.useHandle(handle -> handle.execute("SELECT pg_advisory_xact_lock(?)", ADMIN_LOCK));
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "expires_at"),
                instant(row, "revoked_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
