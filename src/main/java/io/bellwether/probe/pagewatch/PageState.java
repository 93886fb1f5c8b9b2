package io.bellwether.probe.pagewatch;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a page: the passages that were seen at two looks at least, those that differ now, and the last changes. A
 * passage counts as new or gone when two looks in a row say so; what comes and goes needs more.
 *
 * @param passages what changes are told against, in the order of the page
 * @param otherLanguage in which the last look found the page instead, null when it did not
 * @param looks how many have counted
 * @param lookedAt when the last one was that counted
 * @param changes the last ones, oldest first
 */
record PageState(
        String language,
        List<String> passages,
        List<Pending> pending,
        @Nullable String otherLanguage,
        int looks,
        Instant lookedAt,
        List<Change> changes) {

    /** Looks nearer to each other see the same copy in some cache, and cannot confirm each other. */
    static final Duration APART = Duration.ofMinutes(10);

    /** A text that has shrunk to less than this part of itself is another page: of an error, or a sign-in. */
    private static final int STUMP = 5;

    private static final int MOST_PENDING = 2_000;
    private static final int MOST_CHANGES = 5;

    PageState {
        passages = List.copyOf(passages);
        pending = List.copyOf(pending);
        changes = List.copyOf(changes);
    }

    /** Whether a text is so much shorter than the known one that it must be another page's. */
    boolean stump(PageText text) {
        return looks > 1
                && text.length() * STUMP
                        < passages.stream().mapToInt(String::length).sum();
    }

    static PageState first(PageText text, Instant now) {
        return new PageState(text.language(), text.passages(), List.of(), null, 1, now, List.of());
    }

    /** Whether a look at that time would be too near to the last. */
    boolean tooSoon(Instant now) {
        return now.isBefore(lookedAt.plus(APART));
    }

    /** What is known after another look; nothing more when it comes too soon or saw another page. */
    PageState after(PageText text, Instant now) {
        if (tooSoon(now) || stump(text)) {
            return this;
        }
        if (!language.isEmpty()
                && !text.language().isEmpty()
                && !text.language().equals(language)) {
            return text.language().equals(otherLanguage) ? inOtherLanguage(text, now) : met(text.language(), now);
        }
        Map<String, String> before = keyed(passages);
        Map<String, String> present = keyed(text.passages());
        return looks == 1 ? settled(before, present, now) : compared(before, present, now);
    }

    /** It is served in that language from now on: nothing can be said of what changed meanwhile. */
    private PageState inOtherLanguage(PageText text, Instant now) {
        return new PageState(text.language(), text.passages(), List.of(), null, 1, now, changes);
    }

    private PageState met(String foreign, Instant now) {
        return new PageState(language, passages, pending, foreign, looks, now, changes);
    }

    /** What only one of the first two looks saw is no part of the text: pages show each visitor something else. */
    private PageState settled(Map<String, String> before, Map<String, String> present, Instant now) {
        List<String> common = entries(before)
                .filter(entry -> present.containsKey(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        List<Pending> fresh = entries(present)
                .filter(entry -> !before.containsKey(entry.getKey()))
                .map(entry -> Pending.first(entry.getValue(), true, now))
                .limit(MOST_PENDING)
                .toList();
        return new PageState(language, common, fresh, null, 2, now, changes);
    }

    private PageState compared(Map<String, String> before, Map<String, String> present, Instant now) {
        Map<String, Pending> differing = new LinkedHashMap<>();
        entries(before)
                .filter(entry -> !present.containsKey(entry.getKey()))
                .forEach(entry -> differing.put(entry.getKey(), Pending.first(entry.getValue(), false, now)));
        entries(present)
                .filter(entry -> !before.containsKey(entry.getKey()))
                .forEach(entry -> differing.put(entry.getKey(), Pending.first(entry.getValue(), true, now)));
        List<Pending> next = new ArrayList<>();
        for (Pending known : pending) {
            Pending differs = differing.remove(Sameness.key(known.passage()));
            if (differs == null) {
                next.add(known.gone());
            } else {
                next.add(differs.added() == known.added() ? known.again(now) : differs);
            }
        }
        next.addAll(differing.values());
        List<Pending> confirmed = next.stream().filter(Pending::confirmed).toList();
        List<Pending> kept = next.stream()
                .map(each -> each.confirmed() ? each.back() : each)
                .filter(each -> !each.forgotten())
                .toList();
        List<Pending> newest = kept.subList(Math.max(0, kept.size() - MOST_PENDING), kept.size());
        return confirmed.isEmpty()
                ? new PageState(language, passages, newest, null, looks + 1, now, changes)
                : changed(confirmed, newest, before, present, now);
    }

    private PageState changed(
            List<Pending> confirmed,
            List<Pending> kept,
            Map<String, String> before,
            Map<String, String> present,
            Instant now) {
        Map<String, Boolean> settled = new LinkedHashMap<>();
        confirmed.forEach(each -> settled.put(Sameness.key(each.passage()), each.added()));
        List<String> passagesNow = Stream.concat(
                        entries(present)
                                .filter(entry ->
                                        before.containsKey(entry.getKey()) || settled.containsKey(entry.getKey())),
                        entries(before)
                                .filter(entry ->
                                        !present.containsKey(entry.getKey()) && !settled.containsKey(entry.getKey())))
                .map(Map.Entry::getValue)
                .toList();
        Change change = Change.of(confirmed, now, sha256(passagesNow));
        List<Change> all = Stream.concat(changes.stream(), Stream.of(change)).toList();
        return new PageState(
                language,
                passagesNow,
                kept,
                null,
                looks + 1,
                now,
                all.subList(Math.max(0, all.size() - MOST_CHANGES), all.size()));
    }

    /** How many passages wait to be confirmed. */
    long waiting() {
        return pending.stream()
                .filter(each -> each.seen() > 0 && !each.unsteady())
                .count();
    }

    /** How many passages come and go. */
    long unsteady() {
        return pending.stream().filter(Pending::unsteady).count();
    }

    String sha256() {
        return sha256(passages);
    }

    private static Map<String, String> keyed(List<String> passages) {
        Map<String, String> keyed = new LinkedHashMap<>();
        passages.forEach(passage -> keyed.putIfAbsent(Sameness.key(passage), passage));
        return keyed;
    }

    private static Stream<Map.Entry<String, String>> entries(Map<String, String> keyed) {
        return keyed.entrySet().stream();
    }

    private static String sha256(List<String> passages) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(String.join("\n", passages).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
