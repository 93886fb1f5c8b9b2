package io.bellwether.alert;

import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.Transition;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is told of an alert beside its own changes: because nobody has taken care of it, or to who is to. */
@Singleton
public class FurtherNews {

    private final EpisodeStore store;
    private final EpisodeWrites writes;
    private final Announcer announcer;
    private final Clock clock;

    FurtherNews(EpisodeStore store, EpisodeWrites writes, Announcer announcer, Clock clock) {
        this.store = store;
        this.writes = writes;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * Gives the alert one more transition, of the kind REMINDER, in the running transaction.
     *
     * @param id of the alert
     * @param tell tells it, and says for the timeline who was told
     * @throws java.util.NoSuchElementException when there is no such alert
     */
    public void escalate(UUID id, Function<AlertTransition, String> tell) {
        StoredEpisode mentioned = mentioned(id);
        Instant now = clock.instant();
        String told = tell.apply(described(mentioned, Transition.Kind.REMINDER, now));
        announcer.note(mentioned, now, "ESCALATED", told);
    }

    /**
     * The same for somebody who may not know of the alert and is to see to it: in the words of its begin, not in those that
     * complain that nobody does.
     *
     * @param id of the alert
     * @param tell tells it
     * @throws java.util.NoSuchElementException when there is no such alert
     */
    public void assign(UUID id, Consumer<AlertTransition> tell) {
        AlertTransition begin = described(mentioned(id), Transition.Kind.FIRING, clock.instant());
        tell.accept(begin.as(Transition.Kind.REMINDER));
    }

    private StoredEpisode mentioned(UUID id) {
        StoredEpisode episode = store.lock(id).orElseThrow();
        StoredEpisode mentioned = episode.with(episode.state().mentioned());
        writes.update(mentioned);
        return mentioned;
    }

    private AlertTransition described(StoredEpisode mentioned, Transition.Kind kind, Instant now) {
        Episode state = mentioned.state();
        return announcer.described(mentioned, new Transition(state.transitions(), kind, state.severity(), now));
    }
}
