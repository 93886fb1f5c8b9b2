package io.bellwether.health.honesty;

import io.bellwether.core.honesty.Post;
import io.bellwether.fact.Fact;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The incidents among a vendor's facts. */
final class Posts {

    private static final String SIGNAL = "status-incident";

    /** What a page marks as a mere notice tells of no trouble. */
    private static final String NOTICE = "operational";

    private Posts() {}

    static List<Post> of(List<Fact> facts) {
        return facts.stream()
                .filter(fact -> fact.signal().equals(SIGNAL))
                .filter(fact -> !NOTICE.equals(fact.detail().get("level")))
                .map(Posts::post)
                .toList();
    }

    private static Post post(Fact fact) {
        return new Post(
                Objects.requireNonNullElse(time(fact.detail().get("startedAt")), fact.occurredAt()),
                time(fact.detail().get("resolvedAt")),
                fact.knownAt(),
                String.valueOf(fact.detail().getOrDefault("name", fact.key())),
                fact.source());
    }

    private static @Nullable Instant time(@Nullable Object value) {
        try {
            return value == null ? null : Instant.parse(value.toString());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
