package io.bellwether.core.score;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a filing weighs among the others of its company. */
final class FilingContext {

    private static final Set<String> LATE = Set.of("filing-nt-10-k", "filing-nt-10-q");
    private static final Set<String> REMOVAL = Set.of("filing-25", "filing-25-nse");
    private static final Set<String> MERGER = Set.of("filing-defm14a", "filing-sc-to-t", "filing-8k-2.01");
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration HALF_YEAR = Duration.ofDays(180);
    private static final Duration AFTER_WARNING = Duration.ofDays(120);
    private static final Duration AROUND_MERGER = Duration.ofDays(90);
    private static final double AUDITOR_CHANGE_AFTER_WARNING = 30;
    private static final double MOST_FOR_DEPARTURES = 15;

    private final List<FilingEvent> newestFirst;
    private final boolean bankrupt;

    FilingContext(List<FilingEvent> newestFirst, Instant now) {
        this.newestFirst = newestFirst;
        this.bankrupt = FilingState.bankruptcy(newestFirst, now).isPresent();
    }

    /** Points on its own day, before clustering. */
    double weight(FilingEvent event) {
        double points = FilingWeights.of(event.signal()).points();
        if (LATE.contains(event.signal())) {
            return before(event, YEAR, other -> LATE.contains(other.signal())) ? 2 * points : points;
        }
        if (REMOVAL.contains(event.signal())) {
            return ofTroubledShares(event) ? points : 0;
        }
        return switch (event.signal()) {
            case FilingWeights.AUDITOR_CHANGE -> afterWarning(event) ? AUDITOR_CHANGE_AFTER_WARNING : points;
            case FilingWeights.DEPARTURE ->
                Math.clamp(MOST_FOR_DEPARTURES - laterDepartures(event) * points, 0, points);
            default -> points;
        };
    }

    /** A bankruptcy that nobody has declared over does not wear off. */
    boolean lasting(FilingEvent event) {
        return event.signal().equals(FilingWeights.BANKRUPTCY) && bankrupt;
    }

    private boolean ofTroubledShares(FilingEvent removal) {
        boolean warned = before(removal, HALF_YEAR, other -> other.signal().equals(FilingWeights.DELISTING_NOTICE));
        boolean merged = newestFirst.stream()
                .filter(other -> MERGER.contains(other.signal()))
                .anyMatch(other -> Duration.between(removal.occurredAt(), other.occurredAt())
                                .abs()
                                .compareTo(AROUND_MERGER)
                        <= 0);
        return warned && !merged;
    }

    private boolean afterWarning(FilingEvent change) {
        return before(
                change,
                AFTER_WARNING,
                other -> other.signal().equals(FilingWeights.RESTATEMENT) || LATE.contains(other.signal()));
    }

    /** The cap is filled newest first, so that an old departure never takes the place of a fresh one. */
    private long laterDepartures(FilingEvent departure) {
        return newestFirst.stream()
                .limit(newestFirst.indexOf(departure))
                .filter(other -> other.signal().equals(FilingWeights.DEPARTURE))
                .filter(other -> within(departure, other, HALF_YEAR))
                .count();
    }

    private boolean before(FilingEvent event, Duration window, Predicate<FilingEvent> kind) {
        return newestFirst.stream()
                .skip(newestFirst.indexOf(event) + 1L)
                .filter(kind)
                .anyMatch(other -> within(other, event, window));
    }

    private static boolean within(FilingEvent earlier, FilingEvent later, Duration window) {
        Duration distance = Duration.between(earlier.occurredAt(), later.occurredAt());
        return !distance.isNegative() && distance.compareTo(window) <= 0;
    }
}
