package io.bellwether.platform;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * What must happen after a change, written in the transaction of the change itself: either both are there or neither.
 * The consumer of a topic takes entries in order of their number.
 */
@Singleton
public class Outbox {

    private final Jdbi jdbi;
    private final Json json;

    Outbox(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /**
     * @param topic who consumes it, for example {@code alert-transition}
     * @param key identity; a second entry with the same topic and key is not written
     */
    public void add(String topic, UUID key, Object payload) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO outbox (topic, key, payload) VALUES (:topic, :key, :payload::jsonb)
                        ON CONFLICT (topic, key) DO NOTHING""")
                .bind("topic", topic)
                .bind("key", key)
                .bind("payload", json.write(payload))
                .execute());
    }
}
