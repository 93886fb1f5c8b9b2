package io.bellwether.core.score;

import io.bellwether.core.Voices;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the filings of a company say that overrides the sum of them.
 *
 * @param since when the filing came that made it so
 * @param source where that can be read
 */
public record FilingState(Kind kind, Instant since, String source, Voices text) {

    /** Most overriding first. */
    public enum Kind {
        /** In bankruptcy proceedings that are not known to be over: it may end, or go on under new owners. */
        FAILED_OR_RESTRUCTURING,
        /** Part of another company: a risk for the product's plans, not a failure. There is nothing left to score. */
        ACQUIRED,
        /** It stopped publishing figures, and nothing explains it: unknown, neither good nor bad. */
        COVERAGE_LOST,
        /** Out of bankruptcy proceedings for less than three years. */
        EMERGED,
        /** A vote on a merger or a tender offer of the last year: information only. */
        MERGER_PENDING
    }

    private static final Duration EMERGED_IS_NEWS = Duration.ofDays(3 * 365);

    /** Empty for a company that reports as most do. */
    public static Optional<FilingState> of(List<FilingEvent> events, Instant now) {
        Proceedings proceedings = Proceedings.newest(events, now).orElse(null);
        if (proceedings != null && proceedings.open()) {
            return Optional.of(bankrupt(proceedings.petition()));
        }
        Takeover takeover = new Takeover(events, now);
        return takeover.completed()
                .map(FilingState::acquired)
                .or(() -> deregistration(events, now).map(FilingState::coverageLost))
                .or(() -> end(proceedings, now).map(FilingState::emerged))
                .or(() -> takeover.pending(now).map(FilingState::mergerPending));
    }

    /** Whether there is nothing to score while it holds. */
    boolean endsScore() {
        return kind == Kind.ACQUIRED || kind == Kind.COVERAGE_LOST;
    }

    /** The deregistration after which no periodic report came: one class of securities may end while others are reported on. */
    private static Optional<FilingEvent> deregistration(List<FilingEvent> events, Instant now) {
        return events.stream()
                .filter(event -> !event.occurredAt().isAfter(now))
                .filter(event -> FilingKinds.periodic(event) || event.isOneOf(FilingKinds.DEREGISTRATION))
                .max(Comparator.comparing(FilingEvent::occurredAt))
                .filter(event -> event.isOneOf(FilingKinds.DEREGISTRATION));
    }

    private static Optional<FilingEvent> end(@Nullable Proceedings proceedings, Instant now) {
        return Optional.ofNullable(proceedings)
                .flatMap(over -> Optional.ofNullable(over.end()))
                .filter(end -> Duration.between(end.occurredAt(), now).compareTo(EMERGED_IS_NEWS) <= 0);
    }

    private static FilingState bankrupt(FilingEvent event) {
        return state(
                Kind.FAILED_OR_RESTRUCTURING,
                event,
                "proceedings are open until a clean annual report or a recorded emergence ends them.",
                "Since " + day(event) + " a court decides about its future.");
    }

    private static FilingState acquired(FilingEvent event) {
        return state(
                Kind.ACQUIRED,
                event,
                "acquired, and no periodic reports of its own since; judge the new owner.",
                "Since " + day(event)
                        + " it belongs to another company: that is no failure, but ask what happens to the product.");
    }

    private static FilingState coverageLost(FilingEvent event) {
        return state(
                Kind.COVERAGE_LOST,
                event,
                "no periodic reports since, coverage ended.",
                "Since " + day(event) + " it no longer publishes its figures, so its finances cannot be judged.");
    }

    private static FilingState emerged(FilingEvent event) {
        return state(
                Kind.EMERGED,
                event,
                "emerged from bankruptcy proceedings; what was filed before is settled, the petition wears off.",
                "Since " + day(event) + " its bankruptcy is over. It has a new start, and still has to prove itself.");
    }

    private static FilingState mergerPending(FilingEvent event) {
        return state(
                Kind.MERGER_PENDING,
                event,
                "a merger or an offer is under way, with it as buyer or as target; no points.",
                "A merger was announced (" + day(event) + "): ask what it means for the product's plans.");
    }

    private static FilingState state(Kind kind, FilingEvent event, String it, String marketing) {
        String name = FilingWeights.of(event.signal()).name();
        return new FilingState(
                kind,
                event.occurredAt(),
                event.source(),
                new Voices(name + " on " + day(event) + ": " + it, marketing));
    }

    private static LocalDate day(FilingEvent event) {
        return LocalDate.ofInstant(event.occurredAt(), ZoneOffset.UTC);
    }
}
