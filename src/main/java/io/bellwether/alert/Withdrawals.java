package io.bellwether.alert;

import io.bellwether.core.alert.Episode;
import io.bellwether.core.alert.Policy;
import io.bellwether.core.alert.Signal;
import io.bellwether.core.alert.Step;
import io.bellwether.core.alert.Withdrawal;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
        withdraw(store.lockOpen(rule).values(), now, reason);
    }

    /** @param episodes open and locked */
    void withdraw(Collection<StoredEpisode> episodes, Instant now, String reason) {
        List<Change> changes = new ArrayList<>();
        for (StoredEpisode episode : episodes) {
            Step step = Withdrawal.of(episode.state(), now, reason);
            Episode over = step.next();
            if (over == null) {
                writes.deletePending(episode.id());
            } else {
                changes.add(
                        new Change(composer.resolved(withReason(episode, reason), over, last(episode, over)), step));
            }
        }
        writes.update(changes.stream().map(Change::episode).toList());
        announcer.announce(changes);
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
