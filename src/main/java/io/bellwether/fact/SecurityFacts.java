package io.bellwether.fact;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.score.SecurityCheck;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The evidence behind a vendor's security score.
 *
 * @param vendor its slug
 * @param asOf when the newest of these facts became known; null without any
 * @param checks what each check says now
 * @param events what happened, newest first
 */
public record SecurityFacts(String vendor, @Nullable Instant asOf, List<Check> checks, List<Event> events) {

    /** @param since when the check began to say so */
    public record Check(
            String signal, CheckOutcome value, Instant since, String source, Map<String, Object> detail) {

        static Check of(Fact fact, String value) {
            return new Check(
                    fact.signal(), CheckOutcome.of(value), fact.occurredAt(), fact.source(), fact.detail());
        }
    }

    public record Event(String signal, Instant occurredAt, Instant knownAt, String source, Map<String, Object> detail) {

        static Event of(Fact fact) {
            return new Event(fact.signal(), fact.occurredAt(), fact.knownAt(), fact.source(), fact.detail());
        }
    }

    static SecurityFacts of(String vendor, List<Fact> facts) {
        return new SecurityFacts(
                vendor,
                facts.stream().map(Fact::knownAt).max(Comparator.naturalOrder()).orElse(null),
                facts.stream()
                        .flatMap(fact -> Stream.ofNullable(fact.value()).map(value -> Check.of(fact, value)))
                        .sorted(Comparator.comparing(Check::signal).thenComparing(Check::source))
                        .toList(),
                facts.stream()
                        .filter(fact -> fact.value() == null)
                        .map(Event::of)
                        .toList());
    }
}
