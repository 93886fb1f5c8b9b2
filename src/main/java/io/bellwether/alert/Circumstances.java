package io.bellwether.alert;

import io.bellwether.core.alert.Severity;
import io.bellwether.core.language.PlainText;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts that every alert has. */
final class Circumstances {

    private static final int LONGEST = 1_000;
    private static final String BEFORE = "severityBefore";

    private Circumstances() {}

    /** @param particulars the rule's own facts */
    static Map<String, Object> of(Vendor vendor, StoredEpisode episode, Map<String, Object> particulars) {
        Map<String, Object> facts = new HashMap<>();
        facts.put("vendorName", oneLine(vendor.name()));
        facts.put("itContact", contact(vendor.owners().it(), "the IT owner (none is registered)"));
        facts.put("marketingContact", contact(vendor.owners().marketing(), "none registered"));
        facts.put("startedAt", episode.state().startedAt().toString());
        facts.put("severity", episode.state().severity().name());
        facts.putAll(particulars);
        return facts;
    }

    /** The facts of an episode that has just had its first good evidence. */
    static Map<String, Object> ended(StoredEpisode episode, Instant at) {
        Map<String, Object> facts = new HashMap<>(episode.facts());
        facts.put("endedAt", at.toString());
        facts.put("minutes", minutes(episode.state().startedAt(), at));
        return facts;
    }

    /** Keeps what the severity was when it has changed. */
    static void rememberSeverity(Map<String, Object> before, Map<String, Object> now) {
        Object severity = before.get("severity");
        if (severity != null && !severity.equals(now.get("severity"))) {
            now.put(BEFORE, severity);
        }
    }

    /** The facts of an episode that goes on. */
    static Map<String, Object> soFar(StoredEpisode episode, Instant at) {
        Map<String, Object> facts = new HashMap<>(ongoing(episode));
        Severity now = episode.state().severity();
        facts.put("severity", now.name());
        facts.put(
                "moreSerious",
                facts.get(BEFORE) instanceof String before
                        && Severity.valueOf(before).compareTo(now) > 0);
        facts.put("minutesSoFar", minutes(episode.state().startedAt(), at));
        return facts;
    }

    /** The facts of an episode that is bad again. */
    static Map<String, Object> ongoing(StoredEpisode episode) {
        Map<String, Object> facts = new HashMap<>(episode.facts());
        facts.remove("endedAt");
        facts.remove("minutes");
        return facts;
    }

    /** Text from outside on one line of bounded length: it becomes part of sentences, subjects and headers. */
    static String oneLine(String text) {
        return PlainText.line(text, LONGEST);
    }

    /** At least 1: nobody is told of an interruption of no length. */
    private static long minutes(Instant from, Instant to) {
        return Math.max(1, Math.round(Duration.between(from, to).toSeconds() / 60.0));
    }

    private static String contact(@Nullable Owner owner, String otherwise) {
        return owner == null ? otherwise : oneLine(owner.name()) + ", " + owner.email();
    }
}
