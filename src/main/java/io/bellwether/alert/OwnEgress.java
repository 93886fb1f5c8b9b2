package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.alert.Signal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** {@code own-egress}: one alert for each location whose nodes cannot reach anything. */
@ApplicationScoped
public class OwnEgress {

    /** A node that is cut off says so several times in this time; one that says nothing may have ended. */
    private static final Duration UNHEARD = Duration.ofMinutes(5);

    private final RuleBook book;
    private final EpisodeStore store;
    private final Episodes episodes;

    OwnEgress(RuleBook book, EpisodeStore store, Episodes episodes) {
        this.book = book;
        this.store = store;
        this.episodes = episodes;
    }

    /**
     * What a node knows of its own way out.
     *
     * @param location where it is; empty when it does not say
     * @param unanswered how many reference targets it has asked in vain; 0 when one answers
     * @param elsewhere whether nodes at other locations look too
     */
    public record Report(String location, int unanswered, boolean elsewhere, Instant at) {

        private Signal signal() {
            if (unanswered == 0) {
                return Signal.GOOD;
            }
            return Signal.bad(elsewhere ? Severity.WARNING : Severity.CRITICAL);
        }

        private Map<String, Object> facts() {
            return Map.of(
                    "place",
                    location.isEmpty() ? "the place where it runs" : Circumstances.oneLine(location),
                    "targets",
                    unanswered,
                    "elsewhere",
                    elsewhere);
        }
    }

    @Transactional
    public void learn(Report report) {
        judge(report.location(), report.signal(), report.at(), report::facts);
    }

    /** Ends those that no node speaks of any more. */
    void timeOut(Instant now) {
        store.lockUnheard(now.minus(UNHEARD))
                .forEach(episode -> judge(episode.subject().key(), Signal.GOOD, now, Map::of));
    }

    private void judge(String location, Signal signal, Instant at, Supplier<Map<String, Object>> facts) {
        Subject subject = Subject.of(BuiltInRule.OWN_EGRESS, Bellwether.ID, location);
        Map<Subject, StoredEpisode> open = new HashMap<>(store.lockOpen(List.of(Bellwether.ID), List.of(location)));
        book.active(BuiltInRule.OWN_EGRESS, RuleSettings.OwnEgress.class)
                .map(rule -> Evidence.of(rule, subject, Evidence.Kind.STATE, at, signal, facts))
                .ifPresent(evidence -> episodes.apply(List.of(evidence), open));
    }
}
