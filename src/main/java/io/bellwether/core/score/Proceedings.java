package io.bellwether.core.score;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The newest bankruptcy proceedings of a company, as far as its filings tell.
 *
 * <p>Item 1.03 is filed for the petition and again when the plan is confirmed, and companies report from within proceedings
 * too. So neither another 1.03 nor an annual report alone ends them, but a clean annual report long enough after the newest of
 * several 1.03; or one after a time that hardly any proceedings last; or somebody's word.
 *
 * @param petition the first 1.03
 * @param latest the newest 1.03
 * @param end what ended them; null while they are open
 * @param clean whether nothing of their trouble was filed since the latest 1.03 or the latest annual report
 */
record Proceedings(
        FilingEvent petition, FilingEvent latest, @Nullable FilingEvent end, boolean clean) {

    private static final Duration LONGEST = Duration.ofDays(3 * 365);
    /** Papers of the first days, such as the order that lets it borrow, come within it; no plan is confirmed so fast. */
    private static final Duration SOONEST_CONFIRMATION = Duration.ofDays(30);
    /** A plan takes effect weeks or months after it is confirmed, and may fail until then. */
    private static final Duration LATEST_EFFECT = Duration.ofDays(180);

    private static final Set<String> SETBACKS = Set.of(
            "filing-8k-2.04",
            FilingWeights.RESTATEMENT,
            FilingWeights.DELISTING_NOTICE,
            "filing-nt-10-k",
            "filing-nt-10-q",
            "filing-nt-20-f");

    static Optional<Proceedings> newest(List<FilingEvent> events, Instant now) {
        Proceedings course = null;
        List<FilingEvent> oldestFirst = events.stream()
                .filter(event -> !event.occurredAt().isAfter(now))
                .sorted(Comparator.comparing(FilingEvent::occurredAt).thenComparing(FilingEvent::key))
                .toList();
        for (FilingEvent event : oldestFirst) {
            course = after(course, event);
        }
        return Optional.ofNullable(course);
    }

    private static @Nullable Proceedings after(@Nullable Proceedings course, FilingEvent event) {
        boolean bankruptcy = event.signal().equals(FilingWeights.BANKRUPTCY);
        if (course == null || course.end != null) {
            return bankruptcy ? new Proceedings(event, event, null, true) : course;
        }
        return bankruptcy ? new Proceedings(course.petition, event, null, true) : course.after(event);
    }

    private Proceedings after(FilingEvent event) {
        if (event.signal().equals(FilingWeights.EMERGED)) {
            return new Proceedings(petition, latest, event, clean);
        }
        if (event.isOneOf(SETBACKS)) {
            return new Proceedings(petition, latest, null, false);
        }
        if (!event.isOneOf(FilingKinds.ANNUAL)) {
            return this;
        }
        return new Proceedings(petition, latest, endsWith(event) ? event : null, true);
    }

    private boolean endsWith(FilingEvent report) {
        if (!latest.precedes(report, LONGEST)) {
            return true;
        }
        boolean confirmed = !petition.precedes(latest, SOONEST_CONFIRMATION);
        return confirmed && clean && !latest.precedes(report, LATEST_EFFECT);
    }

    boolean open() {
        return end == null;
    }

    /** Whether a filing belongs to the trouble that the proceedings have settled. */
    boolean settled(FilingEvent event) {
        return end != null && !event.occurredAt().isAfter(end.occurredAt()) && !event.equals(latest);
    }
}
