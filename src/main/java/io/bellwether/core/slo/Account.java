package io.bellwether.core.slo;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How a period divides into good, down, unknown and excluded time, over all availability probes of a vendor together:
 * excluded whatever was seen, else down when any of them is down, else good when any is good, else unknown. Time nobody
 * observed is unknown.
 *
 * @param excluded time that was agreed not to count, such as maintenance
 * @param outages in order of time, without those that lie in excluded time altogether; what they count adds up to down
 */
public record Account(Duration good, Duration down, Duration unknown, Duration excluded, List<Outage> outages) {

    public static final String METHOD =
            "Time-weighted: each observation speaks for its interval; down when any probe of the service is down, degraded counts as"
                    + " available, excluded and unknown time is left out; each edge of an outage is known only to one probe"
                    + " interval.";

    /** The account without excluded time. */
    public static Account of(Collection<List<Run>> probes, Instant from, Instant to) {
        return of(probes, List.of(), from, to);
    }

    /**
     * @param probes the runs of each probe in order of time; they may reach beyond the period
     * @param excluded in any order; they may overlap and reach beyond the period
     * @param from inclusive
     * @param to exclusive
     */
    public static Account of(Collection<List<Run>> probes, Collection<Span> excluded, Instant from, Instant to) {
        TreeSet<Instant> edges = new TreeSet<>(List.of(from, to));
        for (List<Run> runs : probes) {
            for (Run run : runs) {
                edges.addAll(List.of(run.first(), run.lastDue(), run.end()));
            }
        }
        Tally tally = new Tally(probes.stream().map(Voice::new).toList(), new Exclusions(excluded), from);
        Instant begin = from;
        for (Instant end : edges.subSet(from, false, to, true)) {
            tally.add(new Span(begin, end));
            begin = end;
        }
        return tally.account(to);
    }

    /** Share of the known time that was not down, 0 to 1; null when nothing is known. */
    public @Nullable Double availability() {
        long known = good.toMillis() + down.toMillis();
        return known == 0 ? null : (double) good.toMillis() / known;
    }
}
