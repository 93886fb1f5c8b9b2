package io.bellwether.alert;

import static java.util.stream.Collectors.toMap;

import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.EpisodeMachine;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.Step;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Applies evidence to episodes: the state machine decides, this class keeps what it decided. */
@Singleton
class Episodes {

    private static final Comparator<Evidence> ORDER =
            Comparator.comparing(Evidence::subject).thenComparing(Evidence::at);

    private final EpisodeStore store;
    private final EpisodeWrites writes;
    private final Composer composer;
    private final Announcer announcer;
    private final Raises raises;

    Episodes(EpisodeStore store, EpisodeWrites writes, Composer composer, Announcer announcer, Raises raises) {
        this.store = store;
        this.writes = writes;
        this.composer = composer;
        this.announcer = announcer;
        this.raises = raises;
    }

    /** @param open the open episodes of these subjects, locked; kept up to date */
    void apply(List<Evidence> evidence, Map<Subject, StoredEpisode> open) {
        Map<Subject, Instant> newest = evidence.stream()
                .collect(toMap(Evidence::subject, Evidence::at, BinaryOperator.maxBy(Comparator.naturalOrder())));
        evidence.stream().sorted(ORDER).forEach(piece -> {
            Evidence weighed = raises.weighed(piece);
            apply(weighed, newest.getOrDefault(piece.subject(), piece.at()), open);
            raises.remember(piece, weighed, open.get(piece.subject()));
        });
    }

    /** @param newest the time of the newest evidence about the same subject that came with this */
    private void apply(Evidence evidence, Instant newest, Map<Subject, StoredEpisode> open) {
        StoredEpisode current = open.get(evidence.subject());
        if (current != null) {
            goOn(current, evidence, open);
        } else if (evidence.signal() instanceof Signal.Bad && !begin(evidence, newest, open)) {
            // Another node was faster, and has committed: else the insert would still wait.
            Subject subject = evidence.subject();
            open.putAll(store.lockOpen(List.of(subject.vendorId()), List.of(subject.key())));
            StoredEpisode theirs = open.get(subject);
            if (theirs != null) {
                goOn(theirs, evidence, open);
            }
        }
    }

    /** Unless the evidence came too late. False when an episode of this subject was open after all. */
    private boolean begin(Evidence evidence, Instant newest, Map<Subject, StoredEpisode> open) {
        if (evidence.kind() == Evidence.Kind.MEASURED && store.measuredLater(evidence.subject(), newest)) {
            return true;
        }
        Episode last =
                store.newest(evidence.subject()).map(StoredEpisode::state).orElse(null);
        if (last != null && last.condition() != Condition.RESOLVED) {
            return false;
        }
        Step step = step(last, evidence);
        if (step.next() == null || step.next().equals(last)) {
            return true;
        }
        StoredEpisode begun = composer.begun(step.next(), evidence);
        if (!writes.insert(begun)) {
            return false;
        }
        open.put(begun.subject(), begun);
        announce(begun, step);
        return true;
    }

    private void goOn(StoredEpisode current, Evidence evidence, Map<Subject, StoredEpisode> open) {
        Step step = step(current.state(), evidence);
        Episode next = step.next();
        if (next == null) {
            writes.passPending(current.id(), evidence.at());
            open.remove(current.subject());
            return;
        }
        boolean news = step.transitions().isEmpty() && isNews(evidence);
        if (next.equals(current.state()) && !news) {
            return;
        }
        StoredEpisode changed = news
                ? composer.told(current.handled(next.unhandled(), null, null), evidence)
                : changed(current, next, step, evidence);
        writes.update(changed);
        if (next.condition() == Condition.RESOLVED) {
            open.remove(current.subject());
        } else {
            open.put(current.subject(), changed);
        }
        if (news) {
            announcer.note(changed, evidence.at(), "NEWS", "happened again; unhandled until somebody has read it");
        }
        announce(changed, step);
    }

    private StoredEpisode changed(StoredEpisode current, Episode next, Step step, Evidence evidence) {
        if (step.transitions().isEmpty()) {
            return composer.silent(current, next, evidence);
        }
        return switch (step.transitions().getLast().kind()) {
            case RESOLVED -> composer.resolved(current, next, evidence);
            case UNSTABLE -> composer.unstable(current, next, evidence);
            case STEADY -> composer.steady(current, next, evidence);
            case FIRING, SEVERITY_CHANGED, REMINDER -> composer.told(current.with(next), evidence);
        };
    }

    private void announce(StoredEpisode episode, Step step) {
        step.transitions().forEach(transition -> announcer.transition(episode, transition, step.reason()));
    }

    private static boolean isNews(Evidence evidence) {
        return evidence.kind() == Evidence.Kind.EVENT && evidence.signal() instanceof Signal.Bad;
    }

    private static Step step(@Nullable Episode current, Evidence evidence) {
        Instant at = evidence.at();
        boolean inOrder = evidence.kind() != Evidence.Kind.MEASURED;
        if (inOrder && current != null && at.isBefore(current.lastEventAt())) {
            at = current.lastEventAt();
        }
        return EpisodeMachine.step(current, evidence.signal(), evidence.policy(), at);
    }
}
