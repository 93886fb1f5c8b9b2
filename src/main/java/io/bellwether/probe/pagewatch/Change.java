package io.bellwether.probe.pagewatch;

import io.bellwether.core.language.PlainText;
import java.time.Instant;
import java.util.List;

/**
 * Passages that came and went together, confirmed by a second look.
 *
 * @param since when the first of them was first seen so
 * @param confirmedAt when it was believed
 * @param added the first of those that are new
 * @param removed the first of those that are gone
 * @param addedCount of all that are new
 * @param removedCount of all that are gone
 * @param hash of the text after the change, SHA-256 in hexadecimal
 */
record Change(
        Instant since,
        Instant confirmedAt,
        List<String> added,
        List<String> removed,
        int addedCount,
        int removedCount,
        String hash) {

    private static final int MOST = 20;
    private static final int LONGEST = 400;

    static Change of(List<Pending> confirmed, Instant now, String hash) {
        Instant since =
                confirmed.stream().map(Pending::since).min(Instant::compareTo).orElse(now);
        List<String> added = passages(confirmed, true);
        List<String> removed = passages(confirmed, false);
        return new Change(since, now, shown(added), shown(removed), added.size(), removed.size(), hash);
    }

    private static List<String> passages(List<Pending> confirmed, boolean added) {
        return confirmed.stream()
                .filter(pending -> pending.added() == added)
                .map(Pending::passage)
                .toList();
    }

    private static List<String> shown(List<String> passages) {
        return passages.stream()
                .limit(MOST)
                .map(passage -> PlainText.cut(passage, LONGEST))
                .toList();
    }
}
