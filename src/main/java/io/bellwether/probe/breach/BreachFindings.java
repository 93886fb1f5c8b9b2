package io.bellwether.probe.breach;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.score.SecurityScore;
import io.bellwether.probe.Printable;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Breaches as dated events. One that does not count, see {@link Breach#counts()}, is told under signals of their own, which take
 * nothing from any score; once it is verified it becomes known as a breach. Events stay known, so that a breach is withdrawn is an
 * event, too, and takes back what the breach took.
 */
final class BreachFindings {

    static final String BREACH = SecurityScore.BREACH;
    static final String UNVERIFIED = "breach-unverified";
    static final String WITHDRAWN = SecurityScore.WITHDRAWN;

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_CLASSES = 50;

    private BreachFindings() {}

    /** @param happenedAt as in {@link Breach#occurredAt()} */
    static Finding of(Breach breach, Instant happenedAt, URI base) {
        String signal = signal(breach);
        return Finding.event(
                Dimension.SECURITY,
                signal,
                signal + ":" + breach.name(),
                happenedAt,
                base + "/breach/" + breach.name(),
                detail(breach));
    }

    private static String signal(Breach breach) {
        if (breach.counts()) {
            return BREACH;
        }
        return breach.withdrawn() ? WITHDRAWN : UNVERIFIED;
    }

    private static Map<String, Object> detail(Breach breach) {
        Map<String, Object> detail = new LinkedHashMap<>();
        put(detail, "title", breach.title());
        put(detail, "domain", breach.domain());
        put(detail, "breachDate", breach.breachDate());
        put(detail, "addedDate", breach.addedDate());
        if (breach.pwnCount() != null) {
            detail.put("pwnCount", breach.pwnCount());
        }
        List<@Nullable String> classes = breach.dataClasses();
        if (classes != null) {
            detail.put(
                    "dataClasses",
                    classes.stream()
                            .flatMap(name -> Stream.ofNullable(name))
                            .limit(MOST_CLASSES)
                            .map(name -> Printable.start(name, LONGEST_TEXT))
                            .toList());
        }
        detail.put("verified", Breach.is(breach.verified()));
        detail.put("fabricated", Breach.is(breach.fabricated()));
        detail.put("spamList", Breach.is(breach.spamList()));
        detail.put("retired", Breach.is(breach.retired()));
        return detail;
    }

    private static void put(Map<String, Object> detail, String key, @Nullable String text) {
        if (text != null) {
            detail.put(key, Printable.start(text, LONGEST_TEXT));
        }
    }
}
