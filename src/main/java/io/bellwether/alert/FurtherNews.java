package io.bellwether.alert;

import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.Transition;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** What is told of an alert because nobody has taken care of it, beside its own changes. */
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
     * @param tell tells it, and says for the timeline who was told
     */
    public void escalate(UUID id, Function<AlertTransition, String> tell) {
        StoredEpisode episode = store.lock(id).orElseThrow();
        Episode next = episode.state().mentioned();
        StoredEpisode mentioned = episode.with(next);
        writes.update(mentioned);
        Instant now = clock.instant();
        Transition transition = new Transition(next.transitions(), Transition.Kind.REMINDER, next.severity(), now);
        String told = tell.apply(announcer.described(mentioned, transition));
        announcer.note(mentioned, now, "ESCALATED", told);
    }
}
