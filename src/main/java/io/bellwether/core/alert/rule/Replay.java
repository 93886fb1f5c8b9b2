package io.bellwether.core.alert.rule;

import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.EpisodeMachine;
import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.Step;
import io.bellwether.core.alert.Transition;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets a rule judge the past, step by step, as it would have judged then: by its own judge and the machine of all alerts. */
public final class Replay {

    private final Policy policy;
    private final List<Played> played = new ArrayList<>();
    private @Nullable Episode current;

    private Replay(Policy policy) {
        this.policy = policy;
    }

    /** Each end of a step after {@code from} and not after {@code to}, in order. */
    public static List<Instant> ticks(Duration step, Instant from, Instant to) {
        List<Instant> ticks = new ArrayList<>();
        for (Instant tick = floor(step, from).plus(step); !tick.isAfter(to); tick = tick.plus(step)) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** The last end of a step at or before a time. */
    public static Instant floor(Duration step, Instant time) {
        long length = step.toMillis();
        return Instant.ofEpochMilli(Math.floorDiv(time.toEpochMilli(), length) * length);
    }

    /** What would have fired by a rule that is asked at the end of each step, oldest first. */
    public static List<Played> of(Detector detector, Severity severity, History history, Span period) {
        Replay replay = new Replay(detector.policy());
        for (Instant tick : ticks(detector.step(), period.from(), period.to())) {
            replay.take(detector.judge(history, tick, replay.told(), severity).signal(), tick);
        }
        return replay.played();
    }

    /**
     * What would have fired by evidence that comes by itself, oldest first.
     *
     * @param evidence in order of time
     */
    public static List<Played> of(Policy policy, Stream<Piece> evidence) {
        Replay replay = new Replay(policy);
        evidence.forEachOrdered(piece -> replay.take(piece.signal(), piece.at()));
        return replay.played();
    }

    /** One piece of evidence, and the time it speaks of. */
    public record Piece(Instant at, Signal signal) {}

    private void take(Signal signal, Instant at) {
        Step step = EpisodeMachine.step(current, signal, policy, at);
        current = step.next();
        if (step.transitions().stream().anyMatch(one -> one.kind() == Transition.Kind.RESOLVED)) {
            add();
        }
    }

    private boolean told() {
        return current != null && current.condition().told();
    }

    private List<Played> played() {
        if (told()) {
            add();
        }
        return List.copyOf(played);
    }

    private void add() {
        Episode episode = current;
        if (episode != null && episode.firedAt() != null) {
            played.add(new Played(episode.startedAt(), episode.firedAt(), episode.resolvedAt(), episode.severity()));
        }
    }
}
