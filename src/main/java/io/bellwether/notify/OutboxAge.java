package io.bellwether.notify;

import io.bellwether.alert.AlertTransition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * How long the oldest news has been waiting to be told, in seconds, as {@code bellwether_outbox_oldest_seconds}. It grows by
 * itself, so it also shows a loop that has stopped.
 */
@Singleton
class OutboxAge {

    static final String OLDEST = """
            SELECT least(
                (SELECT min(created_at) FROM outbox WHERE topic = :topic AND processed_at IS NULL),
                (SELECT min(since) FROM late_intent)) AS oldest""";

    private final Jdbi jdbi;
    private final Clock clock;
    private volatile @Nullable Instant oldest;

    OutboxAge(Jdbi jdbi, Clock clock, MeterRegistry metrics) {
        this.jdbi = jdbi;
        this.clock = clock;
        Gauge.builder("bellwether.outbox.oldest.seconds", this, OutboxAge::seconds)
                .description("Age of the oldest alert transition or message that is not finished")
                .register(metrics);
    }

    void refresh() {
        oldest = jdbi.withHandle(handle -> handle.createQuery(OLDEST)
                .bind("topic", AlertTransition.TOPIC)
                .map((row, _) -> row.getObject("oldest", OffsetDateTime.class))
                .findOne()
                .map(OffsetDateTime::toInstant)
                .orElse(null));
    }

    double seconds() {
        Instant since = oldest;
        return since == null
                ? 0
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }
}
