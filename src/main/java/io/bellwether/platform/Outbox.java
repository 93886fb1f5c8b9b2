package io.bellwether.platform;

import jakarta.inject.Singleton;
import java.util.Collection;
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
     * Adds an entry for each payload, in their order.
     *
     * @param topic who consumes them, for example {@code alert-transition}
     */
    public void add(String topic, Collection<?> payloads) {
        EachRow.execute(
                jdbi,
                "INSERT INTO outbox (topic, key, payload) VALUES (:topic, :key, :payload::jsonb)",
                payloads,
                (entry, payload) ->
                        entry.bind("topic", topic).bind("key", Ids.next()).bind("payload", json.write(payload)));
    }
}
