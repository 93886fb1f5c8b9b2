package io.bellwether.alert;

import io.bellwether.core.Dimension;
import io.bellwether.core.Voices;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.EpisodeMachine;
import io.bellwether.core.alert.Fingerprint;
import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.Step;
import io.bellwether.platform.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Alerts about Bellwether itself. They are listed, told and handled like those about vendors, but no rule can be switched off
 * and only a silence that names them hides them. Any package may raise them, as often as it likes and from any node; in a
 * running transaction they are part of it.
 */
@ApplicationScoped
public class InternalAlerts {

    /** How old the last word on an open alert may be before it is renewed. */
    private static final Duration RENEWED = Duration.ofMinutes(10);

    private static final Policy AT_ONCE = Policy.inARow(1, 1);

    private final EpisodeStore store;
    private final EpisodeWrites writes;
    private final Announcer announcer;
    private final Clock clock;

    InternalAlerts(EpisodeStore store, EpisodeWrites writes, Announcer announcer, Clock clock) {
        this.store = store;
        this.writes = writes;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** It is so. Fires at once unless it fires already; what is told of it may change meanwhile, of which nobody is told. */
    @Transactional
    public void raise(InternalAlert alert) {
        Subject subject = subject(alert.rule(), alert.key());
        Instant now = clock.instant();
        Optional<StoredEpisode> known = store.openInternal(subject);
        if (known.isPresent() && isSaid(known.get(), alert, now)) {
            return;
        }
        Optional<StoredEpisode> open = store.lockInternal(subject);
        Step step = step(
                open.map(StoredEpisode::state).orElse(null),
                Signal.bad(alert.rule().severity()),
                now);
        Episode state = Objects.requireNonNull(step.next());
        if (open.isPresent()) {
            writes.update(open.get().with(state, facts(alert), alert.text()));
            return;
        }
        StoredEpisode begun = begun(subject, state, alert);
        if (writes.insert(begun)) {
            announcer.announce(begun, step);
        }
    }

    /**
     * It is not so any more, if it ever was.
     *
     * @param over what is told of the end
     */
    @Transactional
    public void clear(InternalRule rule, String key, String over) {
        Subject subject = subject(rule, key);
        if (store.openInternal(subject).isPresent()) {
            store.lockInternal(subject).ifPresent(open -> resolve(open, over));
        }
    }

    /** Clears what nobody has raised since then. */
    @Transactional
    public void clearUnsaid(InternalRule rule, Instant since, String over) {
        store.lockInternalBefore(rule, since).forEach(open -> resolve(open, over));
    }

    private void resolve(StoredEpisode open, String over) {
        Step step = step(open.state(), Signal.GOOD, clock.instant());
        StoredEpisode next = open.with(Objects.requireNonNull(step.next()), open.facts(), new Voices(over, over));
        writes.update(next);
        announcer.announce(next, step);
    }

    private static boolean isSaid(StoredEpisode open, InternalAlert alert, Instant now) {
        return open.state().condition() == Condition.FIRING
                && open.text().equals(alert.text())
                && open.state().lastEventAt().isAfter(now.minus(RENEWED));
    }

    private static StoredEpisode begun(Subject subject, Episode state, InternalAlert alert) {
        String fingerprint = Fingerprint.of(
                Map.of("alertname", subject.rule(), "instance", Bellwether.SLUG, "subject", subject.key()));
        return new StoredEpisode(
                Ids.next(), subject, fingerprint, Dimension.UPTIME, state, null, null, facts(alert), alert.text());
    }

    private static Map<String, Object> facts(InternalAlert alert) {
        return Map.of(InternalAlert.KEY, alert.key(), InternalAlert.SUBJECT, alert.subject());
    }

    private static Subject subject(InternalRule rule, String key) {
        return new Subject(rule.ruleName(), Bellwether.ID, key);
    }

    /** Nodes need not agree to the millisecond. */
    private static Step step(@Nullable Episode state, Signal signal, Instant now) {
        Instant at = state != null && now.isBefore(state.lastEventAt()) ? state.lastEventAt() : now;
        return EpisodeMachine.step(state, signal, AT_ONCE, at);
    }
}
