package io.bellwether.core.schedule;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one of a series of reports is about. The editions that arrive tile the time: none leaves a gap behind the one before,
 * and none tells again what that has told.
 *
 * @param from exclusive
 * @param to inclusive; the time at which the report was due
 */
public record Edition(Instant from, Instant to) {

    public Edition {
        if (!to.isAfter(from)) {
            throw new IllegalArgumentException("An edition ends after it begins.");
        }
    }

    /**
     * An edition that was made.
     *
     * @param arrived whether its reader has it; also when there was nothing in it
     */
    public record Made(Edition edition, boolean arrived) {

        /** Up to where the reader knows. */
        Instant told() {
            return arrived ? edition.to : edition.from;
        }
    }

    /**
     * The one to make now, when one is due. Times at which none was made are made up for by one that covers them all, and so is
     * an edition that did not arrive.
     *
     * @param since the begin of the series
     * @param last null when none was made yet
     */
    public static Optional<Edition> due(LocalSchedule schedule, Instant since, @Nullable Made last, Instant now) {
        Instant end = schedule.atOrBefore(now);
        Instant made = last == null ? since : last.edition.to;
        if (!end.isAfter(made)) {
            return Optional.empty();
        }
        return Optional.of(new Edition(last == null ? since : last.told(), end));
    }
}
