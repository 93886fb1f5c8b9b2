package io.bellwether.review;

import io.bellwether.core.Dimension;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.fact.Fact;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the security checks say at the end of the period, and which say something else than at its begin. */
final class PostureChapter implements Chapter {

    private record Data(List<Change> changes, List<Check> checks, List<Event> events, String source) {}

    private record Change(
            String check,
            String signal,
            CheckOutcome before,
            CheckOutcome now,
            Instant at,
            boolean worse,
            String source) {}

    /** @param meaning of the failure; null when there is none */
    private record Check(
            String check,
            String signal,
            CheckOutcome value,
            @Nullable String meaning,
            Instant since,
            String source) {}

    private record Event(String signal, Instant at, Instant knownAt, String source) {}

    @Override
    public String key() {
        return "posture";
    }

    @Override
    public String title() {
        return "Security";
    }

    @Override
    public Object data(Material material) {
        CheckStates states = CheckStates.of(material);
        return new Data(
                states.changes().stream().map(PostureChapter::change).toList(),
                states.current().stream().map(PostureChapter::check).toList(),
                Events.of(Dimension.SECURITY, material)
                        .map(PostureChapter::event)
                        .toList(),
                material.links().security());
    }

    private static Change change(CheckStates.Change change) {
        Fact fact = change.now().fact();
        return new Change(
                fact.key(),
                fact.signal(),
                change.before().value(),
                change.now().value(),
                fact.knownAt(),
                change.worse(),
                fact.source());
    }

    private static Check check(SecurityState state) {
        Fact fact = state.fact();
        String meaning = state.rank() > 0 ? state.meaning() : null;
        return new Check(fact.key(), fact.signal(), state.value(), meaning, fact.knownAt(), fact.source());
    }

    private static Event event(Fact fact) {
        return new Event(fact.signal(), fact.occurredAt(), fact.knownAt(), fact.source());
    }
}
