package io.bellwether.alert;

import io.bellwether.core.Voices;
import io.bellwether.core.alert.Stability;
import java.util.HashMap;
import java.util.Map;

/** What is told of alerts that come and go, whatever they are about. */
final class UnstableWords {

    private UnstableWords() {}

    /** The episode's facts and how often it changed. */
    static Map<String, Object> facts(StoredEpisode episode) {
        Map<String, Object> facts = new HashMap<>(episode.facts());
        facts.put("changes", episode.state().stability().changes());
        facts.put("badMinutes", minutes(episode.state().stability()));
        facts.put("unstable", episode.state().unstable());
        return facts;
    }

    static Voices unstable(StoredEpisode episode) {
        String vendor = String.valueOf(episode.facts().getOrDefault("vendorName", "A vendor"));
        String figures = figures(episode.state().stability());
        return new Voices(
                vendor + ": '" + episode.subject().rule() + "' comes and goes: " + figures
                        + " in all so far. Its changes are not told one by one; you are told when it is steady or over.",
                "The trouble with " + vendor + " comes and goes: " + figures
                        + " in all so far. We do not write each time; we tell you when it is over, or when it stays.");
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
