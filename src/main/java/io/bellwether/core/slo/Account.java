package io.bellwether.core.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a period divides into good, down and unknown time, over all availability probes of a vendor together: down when any
 * of them is down, else good when any is good, else unknown. Time nobody observed is unknown.
 */
public record Account(Duration good, Duration down, Duration unknown, List<Outage> outages) {

    public static final String METHOD =
            "Time-weighted: each observation speaks for its interval; down when any http probe is down, degraded counts as"
                    + " available, unknown time is left out; each edge of an outage is known only to one probe interval.";

    /** Share of the known time that was not down, 0 to 1; null when nothing is known. */
    public @Nullable Double availability() {
        long known = good.toMillis() + down.toMillis();
        return known == 0 ? null : (double) good.toMillis() / known;
    }

    public static Account of(Collection<List<Run>> probes, Instant from, Instant to) {
        TreeSet<Instant> edges = new TreeSet<>(List.of(from, to));
        for (List<Run> runs : probes) {
            for (Run run : runs) {
                edges.add(run.first());
                edges.add(run.end());
            }
        }
        List<Cursor> cursors = probes.stream().map(Cursor::new).toList();
        Tally tally = new Tally(to);
        Instant begin = from;
        for (Instant end : edges.subSet(from, false, to, true)) {
            tally.add(begin, end, cursors);
            begin = end;
        }
        return tally.account();
    }

    /** Walks one probe's runs, which are in order of time, alongside the period. */
    private static final class Cursor {
        private final List<Run> runs;
        private int next;

        Cursor(List<Run> runs) {
            this.runs = runs;
        }

        @Nullable Run at(Instant time) {
            while (next < runs.size() && !runs.get(next).first().isAfter(time)) {
                next++;
            }
            return next > 0 && runs.get(next - 1).end().isAfter(time) ? runs.get(next - 1) : null;
        }
    }

    private static final class Tally {
        private final Instant periodEnd;
        private Duration good = Duration.ZERO;
        private Duration down = Duration.ZERO;
        private Duration unknown = Duration.ZERO;
        private final List<Outage> outages = new ArrayList<>();
        private @Nullable Outage open;

        Tally(Instant periodEnd) {
            this.periodEnd = periodEnd;
        }

        void add(Instant begin, Instant end, List<Cursor> cursors) {
            Duration length = Duration.between(begin, end);
            boolean anyGood = false;
            Run culprit = null;
            for (Cursor cursor : cursors) {
                Run run = cursor.at(begin);
                if (run != null && run.state() == Run.State.DOWN && culprit == null) {
                    culprit = run;
                }
                anyGood |= run != null && run.state() == Run.State.GOOD;
            }
            if (culprit != null) {
                down = down.plus(length);
                open = open == null
                        ? new Outage(begin, null, end, culprit.every(), culprit.reason())
                        : new Outage(open.startedAt(), null, end, culprit.every(), open.reason());
                return;
            }
            close(begin);
            if (anyGood) {
                good = good.plus(length);
            } else {
                unknown = unknown.plus(length);
            }
        }

        private void close(Instant at) {
            if (open != null) {
                outages.add(new Outage(open.startedAt(), at, open.observedUntil(), open.every(), open.reason()));
                open = null;
            }
        }

        Account account() {
            if (open != null) {
                outages.add(
                        open.observedUntil().isBefore(periodEnd)
                                ? new Outage(
                                        open.startedAt(),
                                        open.observedUntil(),
                                        open.observedUntil(),
                                        open.every(),
                                        open.reason())
                                : open);
            }
            return new Account(good, down, unknown, List.copyOf(outages));
        }
    }
}
