package io.bellwether.alert;

import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.Step;
import io.bellwether.core.alert.Withdrawal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Ends episodes of rules that people made, when the rule does not watch any more. */
@Singleton
class Withdrawals {

    static final String REASON = "withdrawn";

    private final EpisodeStore store;
    private final EpisodeWrites writes;
    private final Composer composer;
    private final Announcer announcer;

    Withdrawals(EpisodeStore store, EpisodeWrites writes, Composer composer, Announcer announcer) {
        this.store = store;
        this.writes = writes;
        this.composer = composer;
        this.announcer = announcer;
    }

    /** All open episodes of a rule. */
    void withdraw(String rule, Instant now, String reason) {
        store.lockOpen(rule).values().forEach(episode -> withdraw(episode, now, reason));
    }

    /** @param episode open and locked */
    void withdraw(StoredEpisode episode, Instant now, String reason) {
        Step step = Withdrawal.of(episode.state(), now, reason);
        Episode over = step.next();
        if (over == null) {
            writes.deletePending(episode.id());
            return;
        }
        StoredEpisode resolved = composer.resolved(withReason(episode, reason), over, last(episode, over));
        writes.update(resolved);
        announcer.announce(resolved, step);
    }

    private static StoredEpisode withReason(StoredEpisode episode, String reason) {
        Map<String, Object> facts = new HashMap<>(episode.facts());
        facts.put(REASON, "This was not seen to end: " + reason + ".");
        return episode.with(episode.state(), facts, episode.text());
    }

    private static Evidence last(StoredEpisode episode, Episode over) {
        return new Evidence(
                CustomRule.STORY,
                Policy.inARow(1, 1),
                episode.subject(),
                episode.dimension(),
                Evidence.Kind.STATE,
                over.lastEventAt(),
                Signal.GOOD,
                Map::of);
    }
}
