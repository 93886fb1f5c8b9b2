package io.bellwether.platform;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code idempotency_key}: answers given, kept with their requests. Needs a running transaction. */
@Singleton
class IdempotencyKeys {

    /**
     * An answer given before.
     *
     * @param request hash of the request it was given to
     * @param body the JSON text
     */
    record Answer(
            String request,
            int status,
            @Nullable String location,
            @Nullable String etag,
            String body) {}

    private final Jdbi jdbi;

    IdempotencyKeys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Whether nobody else works under this key; nobody else can until the end of the transaction. */
    boolean lock(String principal, String key) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT pg_try_advisory_xact_lock(hashtextextended(:principal || chr(31) || :key, 0))")
                .bind("principal", principal)
                .bind("key", key)
                .mapTo(boolean.class)
                .one());
    }

    Optional<Answer> find(String principal, String key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT request, status, location, etag, body FROM idempotency_key
                         WHERE principal = :principal AND key = :key""")
                .bind("principal", principal)
                .bind("key", key)
                .map((row, context) -> new Answer(
                        row.getString("request"),
                        row.getInt("status"),
                        row.getString("location"),
                        row.getString("etag"),
                        row.getString("body")))
                .findOne());
    }

    void store(String principal, String key, Answer answer) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO idempotency_key (principal, key, request, status, location, etag, body)
                        VALUES (:principal, :key, :request, :status, :location, :etag, :body)""")
                .bind("principal", principal)
                .bind("key", key)
                .bind("request", answer.request())
                .bind("status", answer.status())
                .bind("location", answer.location())
                .bind("etag", answer.etag())
                .bind("body", answer.body())
                .execute());
    }
}
