package io.bellwether.core.score.explain;

import io.bellwether.core.Voices;
import io.bellwether.core.score.HardFact;
import io.bellwether.core.score.explain.ChangeReason.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Why the index is another than it was.
 *
 * @param points by which it changed: below 0 it fell
 * @param reasons weightiest first; their contributions add up to exactly {@code points}
 * @param text all of it as one sentence in both voices
 */
public record IndexChange(int points, List<ChangeReason> reasons, Voices text) {

    /**
     * From the first standing to the last.
     *
     * @param path at least one, oldest first: between the first and the last the days around each change of the rules, so that
     *     only what changed with the rules is put down to them
     */
    public static IndexChange along(List<IndexStanding> path) {
        IndexStanding first = path.getFirst();
        IndexStanding last = path.getLast();
        ChangeLedger ledger = new ChangeLedger(first);
        for (int i = 1; i < path.size(); i++) {
            ledger.step(path.get(i - 1), path.get(i));
        }
        List<ChangeReason> reasons = new ArrayList<>(ofTheMean(ledger, first, last));
        reasons.addAll(ofTheCap(first, last));
        reasons.sort(Comparator.comparingInt((ChangeReason reason) -> -Math.abs(reason.contribution())));
        int points = last.index() - first.index();
        return new IndexChange(points, List.copyOf(reasons), ChangeTexts.whole(first, last, reasons));
    }

    private static List<ChangeReason> ofTheMean(ChangeLedger ledger, IndexStanding first, IndexStanding last) {
        List<Map.Entry<ChangeLedger.Key, Double>> moved = ledger.points().entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> -Math.abs(entry.getValue())))
                .toList();
        int[] points = WholePoints.of(moved.stream().map(Map.Entry::getValue).toList(), last.mean() - first.mean());
        Set<ChangeLedger.Key> before = keys(first);
        Set<ChangeLedger.Key> after = keys(last);
        List<ChangeReason> reasons = new ArrayList<>();
        for (int i = 0; i < points.length; i++) {
            if (points[i] != 0) {
                ChangeLedger.Key key = moved.get(i).getKey();
                Kind kind = kind(key, points[i], before, after);
                reasons.add(reason(key, kind, points[i], ledger.evidence(key), first, last));
            }
        }
        return reasons;
    }

    private static Kind kind(
            ChangeLedger.Key key, int points, Set<ChangeLedger.Key> before, Set<ChangeLedger.Key> after) {
        if (key.kind() != null) {
            return key.kind();
        }
        if (points < 0) {
            return before.contains(key) ? Kind.GREW : Kind.APPEARED;
        }
        return after.contains(key) ? Kind.SHRANK : Kind.ENDED;
    }

    private static ChangeReason reason(
            ChangeLedger.Key key,
            Kind kind,
            int points,
            @Nullable Loss driver,
            IndexStanding first,
            IndexStanding last) {
        if (driver == null) {
            return new ChangeReason(kind, null, key.signal(), points, null, null, ChangeTexts.ours(kind, first, last));
        }
        return new ChangeReason(
                kind,
                driver.dimension(),
                driver.signal(),
                points,
                driver.since(),
                driver.source(),
                ChangeTexts.driver(kind, driver.text()));
    }

    private static List<ChangeReason> ofTheCap(IndexStanding first, IndexStanding last) {
        if (Objects.equals(first.cap(), last.cap())) {
            return cap(last.cap(), first.capped() - last.capped());
        }
        List<ChangeReason> reasons = new ArrayList<>(cap(first.cap(), first.capped()));
        reasons.addAll(cap(last.cap(), -last.capped()));
        return reasons;
    }

    private static List<ChangeReason> cap(@Nullable HardFact cap, int points) {
        if (points == 0) {
            return List.of();
        }
        String signal = cap == null ? Losses.UNEXPLAINED : cap.signal();
        return List.of(new ChangeReason(Kind.CAP, null, signal, points, null, null, ChangeTexts.cap(cap, points)));
    }

    private static Set<ChangeLedger.Key> keys(IndexStanding standing) {
        return standing.losses().stream().map(ChangeLedger.Key::of).collect(Collectors.toSet());
    }
}
