package io.bellwether.core.score.backtest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event or what a register said, and when somebody who was watching knew of it.
 *
 * @param knownAt of what is published the time when it was, of anything else when we learnt it
 * @param supersededAt when it was withdrawn, or held no longer; null while it holds, as what is published does for ever
 */
public record Dated<T>(T what, Instant knownAt, @Nullable Instant supersededAt) {

    boolean held(Instant at) {
        return !knownAt.isAfter(at) && (supersededAt == null || supersededAt.isAfter(at));
    }

    /** On which it changed what was known. */
    Stream<LocalDate> days() {
        return Stream.concat(Stream.of(knownAt), Stream.ofNullable(supersededAt))
                .map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC));
    }
}
