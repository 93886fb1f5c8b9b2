package io.bellwether.core.score;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a filing weighs among the others of its company. */
final class FilingContext {

    private static final FilingRules RULES = FilingRules.CURRENT;
    private static final Duration LATE_AGAIN = Duration.ofDays(RULES.lateAgainDays());
    private static final Duration BESIDE_DEPARTURES = Duration.ofDays(RULES.departuresDays());
    private static final Duration BEFORE_REMOVAL = Duration.ofDays(RULES.removalDays());
    private static final Duration AFTER_WARNING = Duration.ofDays(RULES.warningDays());
    private static final Duration AROUND_TRANSFER = Duration.ofDays(RULES.transferDays());
    /** Registers securities with another exchange. */
    private static final Set<String> NEW_LISTING = Set.of("filing-8-a12b");

    private final List<FilingEvent> newestFirst;
    /** Of what the text of a filing tells more, the code weighs nothing beside it. */
    private final Set<String> told;

    private final @Nullable Proceedings proceedings;
    private final Takeover takeover;
    private final Map<FilingEvent, Double> departures;

    FilingContext(List<FilingEvent> newestFirst, Instant now) {
        this.newestFirst = newestFirst;
        this.told = newestFirst.stream().flatMap(FilingEvent::tellsOf).collect(Collectors.toUnmodifiableSet());
        this.proceedings = Proceedings.newest(newestFirst, now).orElse(null);
        this.takeover = new Takeover(newestFirst, now);
        this.departures = departures();
    }

    /** Points on its own day, before clustering. */
    double weight(FilingEvent event) {
        double points = FilingWeights.of(event.signal()).points();
        if (points == 0 || !counts(event)) {
            return 0;
        }
        if (event.isOneOf(FilingKinds.DEPARTURE)) {
            return departures.getOrDefault(event, 0.0);
        }
        if (event.isOneOf(FilingKinds.LATE)) {
            boolean again = before(event, LATE_AGAIN, other -> other.isOneOf(FilingKinds.LATE));
            return again ? RULES.lateAgainFactor() * points : points;
        }
        if (event.isOneOf(FilingKinds.REMOVAL)) {
            return ofTroubledShares(event) ? points : 0;
        }
        if (event.isOneOf(FilingKinds.DEREGISTRATION)) {
            return goesSilent(event) ? points : 0;
        }
        return switch (event.signal()) {
            case FilingWeights.BANKRUPTCY -> proceedings != null && event.equals(proceedings.latest()) ? points : 0;
            case FilingWeights.DELISTING_NOTICE -> announcesTransfer(event) ? RULES.transferOfListing() : points;
            case FilingWeights.AUDITOR_CHANGE -> afterWarning(event) ? RULES.auditorChangeAfterWarning() : points;
            default -> points;
        };
    }

    /** A bankruptcy that nothing has ended does not wear off, and neither does a report that has not come. */
    boolean lasting(FilingEvent event) {
        return event.signal().equals(FilingWeights.OVERDUE)
                || (proceedings != null && proceedings.open() && event.equals(proceedings.latest()));
    }

    private boolean counts(FilingEvent event) {
        return !told.contains(event.key()) && !settled(event) && !takeover.explains(event);
    }

    private boolean settled(FilingEvent event) {
        return switch (event.signal()) {
            case FilingWeights.GOING_CONCERN ->
                settledByProceedings(event)
                        || since(event, other -> other.signal().equals(FilingWeights.GOING_CONCERN_ALLEVIATED));
            case FilingWeights.OVERDUE -> settledByProceedings(event) || since(event, FilingKinds::periodic);
            default -> settledByProceedings(event);
        };
    }

    private boolean settledByProceedings(FilingEvent event) {
        return proceedings != null && proceedings.settled(event);
    }

    private boolean since(FilingEvent event, Predicate<FilingEvent> kind) {
        return newestFirst.stream()
                .filter(kind)
                .anyMatch(other -> !other.occurredAt().isBefore(event.occurredAt()));
    }

    private boolean ofTroubledShares(FilingEvent removal) {
        return before(removal, BEFORE_REMOVAL, this::isUnwanted)
                && !takeover.mayExplain(removal)
                && !near(removal, NEW_LISTING);
    }

    /** Of a move that the company wants the text of its notice tells more. */
    private boolean isUnwanted(FilingEvent notice) {
        return notice.signal().equals(FilingWeights.DELISTING_NOTICE) && !told.contains(notice.key());
    }

    private boolean goesSilent(FilingEvent deregistration) {
        boolean reportsOn = newestFirst.stream()
                .anyMatch(other ->
                        FilingKinds.periodic(other) && other.occurredAt().isAfter(deregistration.occurredAt()));
        return !reportsOn && !takeover.mayExplain(deregistration);
    }

    /** It leaves one exchange and registers with another in the same weeks. */
    private boolean announcesTransfer(FilingEvent notice) {
        return near(notice, NEW_LISTING) && near(notice, FilingKinds.REMOVAL);
    }

    private boolean near(FilingEvent event, Set<String> signals) {
        return newestFirst.stream().anyMatch(other -> other.isOneOf(signals) && other.isNear(event, AROUND_TRANSFER));
    }

    private boolean afterWarning(FilingEvent change) {
        return before(
                change,
                AFTER_WARNING,
                other -> other.signal().equals(FilingWeights.RESTATEMENT) || other.isOneOf(FilingKinds.LATE));
    }

    /**
     * What each departure that counts weighs: in no half-year more than the cap together. It is filled newest first, so that an
     * old departure never takes the place of a fresh one.
     */
    private Map<FilingEvent, Double> departures() {
        Map<FilingEvent, Double> weights = new HashMap<>();
        for (FilingEvent event : newestFirst) {
            if (event.isOneOf(FilingKinds.DEPARTURE) && counts(event)) {
                double later = weights.entrySet().stream()
                        .filter(other -> event.precedes(other.getKey(), BESIDE_DEPARTURES))
                        .mapToDouble(Map.Entry::getValue)
                        .sum();
                double points = FilingWeights.of(event.signal()).points();
                weights.put(event, Math.clamp(RULES.departuresAtMost() - later, 0, points));
            }
        }
        return weights;
    }

    private boolean before(FilingEvent event, Duration window, Predicate<FilingEvent> kind) {
        return newestFirst.stream()
                .skip(newestFirst.indexOf(event) + 1L)
                .filter(kind)
                .anyMatch(other -> other.precedes(event, window));
    }
}
