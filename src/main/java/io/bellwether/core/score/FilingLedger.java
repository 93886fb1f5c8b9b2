package io.bellwether.core.score;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What each filing weighs on a day: its weight in its context, raised by company, halved by time.
 *
 * <p>A cluster says more than its parts: before the bankruptcies that can be studied no single filing decided, but several
 * kinds came within weeks. So every risk filing that lies in some 90 days with at least three different kinds of risk filing
 * weighs a quarter more. Kinds, not filings, are counted, because many healthy companies file one kind again and again; a
 * report that stays late is one kind, and so are the steps by which shares leave the market. Departures are no kind, nor
 * raised by one: nearly every company has one in any 90 days.
 */
public final class FilingLedger {

    private static final FilingRules RULES = FilingRules.CURRENT;
    private static final Duration CLUSTER_WINDOW = Duration.ofDays(RULES.clusterDays());
    private static final double WORN_OFF = 0.5;

    /**
     * @param weight points on its day, in its context
     * @param clustered whether the weight is raised because other kinds came within 90 days
     * @param pointsNow what is left of it now; 0 when less than half a point
     */
    public record Entry(FilingEvent event, FilingWeight rule, double weight, boolean clustered, double pointsNow) {

        private boolean isOutweighedBy(Entry other) {
            return other.event.signal().equals(event.signal()) && other.pointsNow > pointsNow;
        }
    }

    private FilingLedger() {}

    /** One entry for each event up to now, newest first. */
    public static List<Entry> of(List<FilingEvent> events, Instant now) {
        List<FilingEvent> known = events.stream()
                .filter(event -> !event.occurredAt().isAfter(now))
                .sorted(Comparator.comparing(FilingEvent::occurredAt)
                        .reversed()
                        .thenComparing(FilingEvent::signal)
                        .thenComparing(FilingEvent::key))
                .toList();
        FilingContext context = new FilingContext(known, now);
        List<FilingEvent> clusterEnds = clusterEnds(
                known.stream().filter(event -> context.weight(event) > 0).toList());
        return withoutRepetition(known.stream()
                .map(event -> entry(event, context, clusterEnds, now))
                .toList());
    }

    /** Of what is said again and again only the heaviest takes something; of equals the newest. */
    private static List<Entry> withoutRepetition(List<Entry> newestFirst) {
        Set<String> told = new HashSet<>();
        return newestFirst.stream()
                .map(entry -> {
                    boolean counts = !entry.event().isOneOf(FilingKinds.REPEATED)
                            || (newestFirst.stream().noneMatch(entry::isOutweighedBy)
                                    && told.add(entry.event().signal()));
                    return counts
                            ? entry
                            : new Entry(entry.event(), entry.rule(), entry.weight(), entry.clustered(), 0);
                })
                .toList();
    }

    private static Entry entry(FilingEvent event, FilingContext context, List<FilingEvent> clusterEnds, Instant now) {
        FilingWeight rule = FilingWeights.of(event.signal());
        double alone = context.weight(event);
        boolean clustered = alone > 0
                && !event.isOneOf(FilingKinds.DEPARTURE)
                && clusterEnds.stream().anyMatch(end -> event.precedes(end, CLUSTER_WINDOW));
        double weight = clustered ? alone * RULES.clusterFactor() : alone;
        double left = context.lasting(event) ? weight : weight * decay(event.occurredAt(), rule.halfLife(), now);
        return new Entry(event, rule, weight, clustered, left < WORN_OFF ? 0 : left);
    }

    /** The filings with which a cluster was complete: the 90 days up to each hold enough kinds. */
    private static List<FilingEvent> clusterEnds(List<FilingEvent> risks) {
        return risks.stream()
                .filter(last -> kindsBefore(last, risks) >= RULES.clusterKinds())
                .toList();
    }

    private static long kindsBefore(FilingEvent last, List<FilingEvent> risks) {
        return risks.stream()
                .filter(risk -> !risk.isOneOf(FilingKinds.DEPARTURE))
                .filter(risk -> risk.precedes(last, CLUSTER_WINDOW))
                .map(FilingKinds::trouble)
                .distinct()
                .count();
    }

    static double decay(Instant from, Duration halfLife, Instant now) {
        return Math.pow(0.5, (double) Duration.between(from, now).toSeconds() / halfLife.toSeconds());
    }
}
