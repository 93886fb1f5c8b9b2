package io.bellwether.alert;

import io.bellwether.alert.SimulatedAlert.Effect;
import io.bellwether.core.Lens;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.Step;
import io.bellwether.core.alert.Transition;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of one subject's alert by evidence that is assumed, piece by piece, as {@link Episodes} would have it. */
final class SimulatedEpisode {

    private final Composer composer;
    /** The open one; null where none is. */
    private final @Nullable StoredEpisode before;

    private @Nullable Episode last;
    private @Nullable StoredEpisode current;
    private @Nullable Transition transition;
    private @Nullable Instant news;

    /** @param newest of its episodes, open or not; null where there was none */
    SimulatedEpisode(Composer composer, @Nullable StoredEpisode newest) {
        this.composer = composer;
        this.before = newest == null || newest.state().condition() == Condition.RESOLVED ? null : newest;
        this.last = newest == null ? null : newest.state();
        this.current = before;
    }

    void take(Evidence evidence) {
        StoredEpisode open = current;
        Step step = evidence.step(open == null ? last : open.state());
        Episode next = step.next();
        if (next == null) {
            current = null;
            return;
        }
        if (open == null) {
            current = evidence.signal() instanceof Signal.Bad ? composer.begun(next, evidence) : null;
        } else if (step.transitions().isEmpty() && evidence.isNews()) {
            current = composer.news(open, next, evidence);
            news = evidence.at();
        } else {
            current = composer.after(open, step, next, evidence);
        }
        last = next;
        if (!step.transitions().isEmpty()) {
            transition = step.transitions().getLast();
        }
        if (next.condition() == Condition.RESOLVED && before == null) {
            current = null;
        }
    }

    boolean told() {
        return current != null && current.state().condition().told();
    }

    /** What people would be told in the end; empty where that is nothing new. */
    Optional<SimulatedAlert> outcome() {
        StoredEpisode after = current;
        if (after == null) {
            return Optional.empty();
        }
        if (before == null || !before.state().condition().told()) {
            return told() && transition != null
                    ? Optional.of(alert(Effect.FIRES, after, transition.at()))
                    : Optional.empty();
        }
        if (after.state().condition() == Condition.RESOLVED) {
            return transition == null ? Optional.empty() : Optional.of(alert(Effect.RESOLVES, after, transition.at()));
        }
        if (transition != null && after.state().severity() != before.state().severity()) {
            return Optional.of(alert(Effect.SEVERITY_CHANGES, composer.at(transition, after), transition.at()));
        }
        return news == null ? Optional.empty() : Optional.of(alert(Effect.HAPPENS_AGAIN, after, news));
    }

    private SimulatedAlert alert(Effect effect, StoredEpisode episode, Instant at) {
        String rule = episode.subject().rule();
        Set<Lens> lenses = BuiltInRule.named(rule).map(BuiltInRule::lenses).orElseGet(() -> EnumSet.allOf(Lens.class));
        return new SimulatedAlert(
                effect,
                rule,
                before == null ? null : before.id(),
                episode.dimension(),
                episode.state().severity(),
                at,
                lenses,
                episode.facts(),
                episode.text());
    }
}
