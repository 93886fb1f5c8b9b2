package io.bellwether.alert;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Stability;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The figures of alerts that come and go, and what is added to the texts of others that did. */
final class UnstableWords {

    private UnstableWords() {}

    /** The episode's facts and how often it changed. */
    static Map<String, Object> facts(StoredEpisode episode) {
        Map<String, Object> facts = new HashMap<>(episode.facts());
        Stability stability = episode.state().stability();
        Instant since = stability.since() == null ? episode.state().startedAt() : stability.since();
        facts.put("firstChangeAt", since.toString());
        facts.put("changes", stability.changes());
        facts.put("badMinutes", minutes(stability));
        facts.put("unstable", episode.state().unstable());
        return facts;
    }

    /** @param text of an end */
    static Voices over(Voices text, StoredEpisode episode) {
        String before =
                " It had come and gone before: " + figures(episode.state().stability()) + " in all.";
        return new Voices(text.it() + before, text.marketing() + before);
    }

    /** @param text of a begin */
    static Voices steady(Voices text, StoredEpisode episode) {
        String before = " It came and went before, and has stayed since: "
                + figures(episode.state().stability()) + " in all so far.";
        return new Voices(text.it() + before, text.marketing() + before);
    }

    private static String figures(Stability stability) {
        return stability.changes() + " changes, " + minutes(stability) + " min of trouble";
    }

    private static long minutes(Stability stability) {
        return Math.max(1, Math.round(stability.bad().toSeconds() / 60.0));
    }
}
