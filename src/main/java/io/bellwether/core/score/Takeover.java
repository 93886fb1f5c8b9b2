package io.bellwether.core.score;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a company is or was taken over. On the day of closing it files much that looks like trouble: contracts end, its
 * directors leave, its shares are removed from the exchange. Buyers of other companies file votes, offers and closings too,
 * so a closing is one of ours only when the company itself came under new control.
 */
final class Takeover {

    private static final String CLOSING = "filing-8k-2.01";
    private static final String NEW_CONTROL = "filing-8k-5.01";
    private static final Set<String> PART_OF_A_CLOSING = Set.of(
            "filing-8k-1.02",
            "filing-8k-1.02-credit",
            FilingWeights.DELISTING_NOTICE,
            "filing-8k-3.01-voluntary",
            FilingWeights.AUDITOR_CHANGE,
            "filing-8k-4.01-resignation",
            FilingWeights.DEPARTURE,
            "filing-8k-5.02-chief");

    private static final Duration ONE_DAY = Duration.ofDays(1);
    private static final Duration AROUND_CLOSING = Duration.ofDays(30);
    private static final Duration UNTIL_IT_LEAVES = Duration.ofDays(90);
    /** Authorities take their time. */
    private static final Duration FROM_VOTE_TO_CLOSING = Duration.ofDays(540);

    private static final Duration VOTE_IS_NEWS = Duration.ofDays(365);

    private final List<FilingEvent> known;
    private final List<FilingEvent> closings;

    Takeover(List<FilingEvent> events, Instant now) {
        this.known = events.stream()
                .filter(event -> !event.occurredAt().isAfter(now))
                .sorted(Comparator.comparing(FilingEvent::occurredAt).reversed())
                .toList();
        this.closings = known.stream().filter(this::isClosing).toList();
    }

    private boolean isClosing(FilingEvent event) {
        return event.signal().equals(NEW_CONTROL)
                && known.stream().anyMatch(other -> closesWith(other, event) || announces(other, event));
    }

    private static boolean closesWith(FilingEvent other, FilingEvent event) {
        return other.signal().equals(CLOSING) && other.isNear(event, ONE_DAY);
    }

    private static boolean announces(FilingEvent vote, FilingEvent event) {
        return vote.isOneOf(FilingKinds.MERGER) && vote.precedes(event, FROM_VOTE_TO_CLOSING);
    }

    /** Whether a filing is part of a closing, and so says nothing of trouble. */
    boolean explains(FilingEvent event) {
        return (event.isOneOf(PART_OF_A_CLOSING) || FilingKinds.leaves(event))
                && closings.stream().anyMatch(closing -> closing.isNear(event, AROUND_CLOSING));
    }

    /** Whether shares that leave the market may do so because of a merger: here the doubt speaks for the company. */
    boolean mayExplain(FilingEvent leaving) {
        return known.stream()
                .filter(other -> other.isOneOf(FilingKinds.MERGER)
                        || other.signal().equals(CLOSING)
                        || other.signal().equals(NEW_CONTROL))
                .anyMatch(other -> other.isNear(leaving, UNTIL_IT_LEAVES));
    }

    /** With what it became part of another; empty when it still reports for itself. */
    Optional<FilingEvent> completed() {
        Stream<FilingEvent> told =
                known.stream().filter(event -> event.signal().equals(FilingWeights.ACQUISITION_COMPLETED));
        Stream<FilingEvent> left = known.stream()
                .filter(FilingKinds::leaves)
                .filter(this::reportsNoMore)
                .flatMap(leaving -> with(leaving).stream());
        return Stream.concat(told.filter(this::reportsNoMore), left).max(Comparator.comparing(FilingEvent::occurredAt));
    }

    private boolean reportsNoMore(FilingEvent since) {
        return known.stream()
                .noneMatch(report ->
                        FilingKinds.periodic(report) && report.occurredAt().isAfter(since.occurredAt()));
    }

    private Optional<FilingEvent> with(FilingEvent leaving) {
        Optional<FilingEvent> closing = closings.stream()
                .filter(event -> event.isNear(leaving, UNTIL_IT_LEAVES))
                .findFirst();
        if (closing.isPresent() || !leaving.isOneOf(FilingKinds.DEREGISTRATION)) {
            return closing;
        }
        return known.stream().anyMatch(vote -> announces(vote, leaving)) ? Optional.of(leaving) : Optional.empty();
    }

    /** The newest vote or offer that has not come to its end. */
    Optional<FilingEvent> pending(Instant now) {
        return known.stream()
                .filter(event -> event.isOneOf(FilingKinds.MERGER))
                .findFirst()
                .filter(vote -> Duration.between(vote.occurredAt(), now).compareTo(VOTE_IS_NEWS) <= 0)
                .filter(vote -> known.stream()
                        .filter(other ->
                                other.signal().equals(CLOSING) || other.signal().equals(NEW_CONTROL))
                        .noneMatch(other -> other.occurredAt().isAfter(vote.occurredAt())));
    }
}
