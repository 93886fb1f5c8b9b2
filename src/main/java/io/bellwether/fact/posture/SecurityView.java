package io.bellwether.fact.posture;

import io.bellwether.fact.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The evidence behind a vendor's security score.
 *
 * @param vendor its slug
 * @param asOf when the newest of this became known; null without any
 * @param worst of each kind of evidence the target that stands worst: it speaks for the vendor
 * @param targets every host and domain that was looked at
 * @param checks what each check says now, the heaviest first
 * @param stated what merely is so
 * @param events what happened, newest first
 */
public record SecurityView(
        String vendor,
        @Nullable Instant asOf,
        List<TargetView> worst,
        List<TargetView> targets,
        List<CheckView> checks,
        List<Stated> stated,
        List<Event> events) {

    /** What is neither good nor bad, such as who the registrar is. */
    public record Stated(String signal, String value, Instant since, String source, Map<String, Object> detail) {

        static Stated of(Fact fact, String value) {
            return new Stated(fact.signal(), value, fact.occurredAt(), fact.source(), fact.detail());
        }
    }

    /** @param occurredAt when it happened, knownAt when it became known here */
    public record Event(String signal, Instant occurredAt, Instant knownAt, String source, Map<String, Object> detail) {

        static Event of(Fact fact) {
            return new Event(fact.signal(), fact.occurredAt(), fact.knownAt(), fact.source(), fact.detail());
        }
    }
}
