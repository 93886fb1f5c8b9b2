package io.bellwether.core.alert.rule;

import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.EpisodeMachine;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Step;
import io.bellwether.core.alert.Transition;
import io.bellwether.core.slo.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets a rule judge the past, step by step, as it would have judged then: by its detector and the machine of all alerts. */
public final class Replay {

    private Replay() {}

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

    /** What would have fired, oldest first. */
    public static List<Played> of(Detector detector, Severity severity, History history, Span period) {
        List<Played> played = new ArrayList<>();
        Episode current = null;
        for (Instant tick : ticks(detector.step(), period.from(), period.to())) {
            Verdict verdict = detector.judge(history, tick, told(current), severity);
            Step step = EpisodeMachine.step(current, verdict.signal(), detector.policy(), tick);
            current = step.next();
            if (step.transitions().stream().anyMatch(one -> one.kind() == Transition.Kind.RESOLVED)) {
                add(played, current);
            }
        }
        if (told(current)) {
            add(played, current);
        }
        return played;
    }

    private static boolean told(@Nullable Episode episode) {
        return episode != null && episode.condition().told();
    }

    private static void add(List<Played> played, @Nullable Episode episode) {
        if (episode != null && episode.firedAt() != null) {
            played.add(new Played(episode.startedAt(), episode.firedAt(), episode.resolvedAt(), episode.severity()));
        }
    }
}
