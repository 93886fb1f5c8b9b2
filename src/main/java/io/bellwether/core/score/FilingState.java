package io.bellwether.core.score;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the filings of a company say that outlasts them: whether it is bankrupt, and whether it still reports. */
public final class FilingState {

    private static final Set<String> PROCEEDINGS = Set.of(FilingWeights.BANKRUPTCY, FilingWeights.EMERGED);
    private static final Set<String> DEREGISTRATION = Set.of("filing-15-12b", "filing-15-12g", "filing-15-15d");
    private static final Set<String> REPORTING =
            Set.of("filing-15-12b", "filing-15-12g", "filing-15-15d", "filing-10-k", "filing-10-q", "filing-20-f");

    private static final Set<String> ANNUAL = Set.of("filing-10-k", "filing-20-f");
    private static final Duration LONGEST_PROCEEDINGS = Duration.ofDays(3 * 365);

    private FilingState() {}

    /**
     * The newest bankruptcy filing, unless someone has recorded that the proceedings are over, or an annual report came three
     * years or more after it: companies report from within proceedings too, but hardly any last so long.
     */
    public static Optional<FilingEvent> bankruptcy(List<FilingEvent> events, Instant now) {
        return newest(events, PROCEEDINGS, now)
                .filter(event -> event.signal().equals(FilingWeights.BANKRUPTCY))
                .filter(event -> newest(events, ANNUAL, now)
                        .filter(report ->
                                report.occurredAt().isAfter(event.occurredAt().plus(LONGEST_PROCEEDINGS)))
                        .isEmpty());
    }

    /** The deregistration after which no periodic report came: one class of securities may end while others are reported on. */
    static Optional<FilingEvent> deregistration(List<FilingEvent> events, Instant now) {
        return newest(events, REPORTING, now).filter(event -> DEREGISTRATION.contains(event.signal()));
    }

    private static Optional<FilingEvent> newest(List<FilingEvent> events, Set<String> signals, Instant now) {
        return events.stream()
                .filter(event ->
                        signals.contains(event.signal()) && !event.occurredAt().isAfter(now))
                .max(Comparator.comparing(FilingEvent::occurredAt));
    }
}
