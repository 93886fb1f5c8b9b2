package io.bellwether.alert;

import io.bellwether.core.Dimension;
import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.EpisodeMachine;
import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.Step;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One judgement about one subject.
 *
 * @param story which texts tell of it: a built-in rule's name, or {@link CustomRule#STORY}
 * @param policy how much evidence the rule needs
 * @param dimension what an alert about it is about
 * @param at the time it speaks of
 * @param facts the figures for the texts; asked for only when there is something to tell
 */
record Evidence(
        String story,
        Policy policy,
        Subject subject,
        Dimension dimension,
        Kind kind,
        Instant at,
        Signal signal,
        Supplier<Map<String, Object>> facts) {

    enum Kind {
        /** Measured at a time; may arrive late, and then no longer counts. */
        MEASURED,
        /** What holds since it became known; whoever stored it has already refused what came too late. */
        STATE,
        /** Something that happened; worth telling even when the alert already fires for another. */
        EVENT
    }

    /** What it does to an episode; null when there was none yet. */
    Step step(@Nullable Episode current) {
        boolean inOrder = kind != Kind.MEASURED;
        Instant counted = inOrder && current != null && at.isBefore(current.lastEventAt()) ? current.lastEventAt() : at;
        return EpisodeMachine.step(current, signal, policy, counted);
    }

    /** Whether it is worth telling even when the alert already fires. */
    boolean isNews() {
        return kind == Kind.EVENT && signal instanceof Signal.Bad;
    }

    /** The same said again. */
    Evidence again(Instant later) {
        return new Evidence(story, policy, subject, dimension, kind, later, signal, facts);
    }

    Evidence with(Signal other) {
        return new Evidence(story, policy, subject, dimension, kind, at, other, facts);
    }

    /** Of a built-in rule, about another dimension than its own. */
    static Evidence of(
            ActiveRule<?> rule,
            Subject subject,
            Dimension dimension,
            Kind kind,
            Instant at,
            Signal signal,
            Supplier<Map<String, Object>> facts) {
        return new Evidence(
                rule.rule().ruleName(), rule.settings().policy(), subject, dimension, kind, at, signal, facts);
    }

    /** About the rule's own dimension. */
    static Evidence of(
            ActiveRule<?> rule,
            Subject subject,
            Kind kind,
            Instant at,
            Signal signal,
            Supplier<Map<String, Object>> facts) {
        return of(rule, subject, rule.rule().dimension(), kind, at, signal, facts);
    }
}
