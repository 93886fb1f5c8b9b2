package io.bellwether.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Covers a period with as few summaries as possible: whole slots of the coarsest level that fits, the edges and what is not
 * summarised yet from finer levels and in the end from observations.
 */
final class Parts {

    private final Handle handle;
    private final List<Integer> series;
    private final UnaryOperator<Instant> bin;
    private final Map<Level, NavigableSet<Instant>> unread;
    private final List<Rollup> found = new ArrayList<>();

    private Parts(
            Handle handle, List<Integer> series, UnaryOperator<Instant> bin, Map<Level, NavigableSet<Instant>> unread) {
        this.handle = handle;
        this.series = series;
        this.bin = bin;
        this.unread = unread;
    }

    /**
     * @param levels which may be used, the coarsest first
     * @param bin observations are summarised by what this makes of their time
     * @return for each series its parts, without overlap, in order of time; a series without observations is missing
     */
    static Map<Integer, List<Rollup>> of(
            Handle handle,
            List<Integer> series,
            List<Level> levels,
            Instant from,
            Instant to,
            UnaryOperator<Instant> bin) {
        if (series.isEmpty()) {
            return Map.of();
        }
        Parts parts = new Parts(handle, series, bin, Slots.unread(handle, from, to));
        parts.cover(levels, from, to);
        return parts.found.stream().collect(Collectors.groupingBy(Rollup::series, TreeMap::new, Collectors.toList()));
    }

    private void cover(List<Level> levels, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return;
        }
        if (levels.isEmpty()) {
            observations(from, to);
            return;
        }
        Level level = levels.getFirst();
        List<Level> finer = levels.subList(1, levels.size());
        Instant begin = level.ceiling(from);
        Instant end = level.floor(to);
        if (!begin.isBefore(end)) {
            cover(finer, from, to);
            return;
        }
        cover(finer, from, begin);
        slots(level, finer, begin, end);
        cover(finer, end, to);
    }

    /** Between whole slots; those that are not summarised are left to finer levels, neighbours together. */
    private void slots(Level level, List<Level> finer, Instant begin, Instant end) {
        Instant next = begin;
        NavigableSet<Instant> gaps = Objects.requireNonNull(unread.get(level));
        while (next.isBefore(end)) {
            Instant gap = gaps.ceiling(next);
            Instant whole = gap == null || gap.isAfter(end) ? end : gap;
            if (next.isBefore(whole)) {
                found.addAll(RollupStore.of(handle, level, series, next, whole));
            }
            next = whole;
            while (next.isBefore(end) && gaps.contains(next)) {
                next = next.plus(level.length());
            }
            cover(finer, whole, next);
        }
    }

    private void observations(Instant from, Instant to) {
        List<Moment> open = new ArrayList<>();
        RawMoments.each(handle, series, from, to, moment -> {
            if (!open.isEmpty() && !together(open.getFirst(), moment)) {
                summarise(open);
            }
            open.add(moment);
        });
        if (!open.isEmpty()) {
            summarise(open);
        }
    }

    private boolean together(Moment one, Moment other) {
        return one.series() == other.series() && bin.apply(one.at()).equals(bin.apply(other.at()));
    }

    private void summarise(List<Moment> moments) {
        found.add(Roller.rollup(moments.getFirst().at(), moments, true));
        moments.clear();
    }
}
