package io.bellwether.core.alert.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a rule can know about a probe, or about a vendor as a whole.
 *
 * @param since from when on it was watched
 * @param every how often; for a vendor a day
 * @param readings by their begin
 */
public record History(Instant since, Duration every, NavigableMap<Instant, Reading> readings) {

    public static History of(Instant since, Duration every, Collection<Reading> readings) {
        Map<Instant, Reading> byBegin =
                readings.stream().collect(Collectors.toMap(Reading::from, Function.identity(), (_, later) -> later));
        return new History(since, every, new TreeMap<>(byBegin));
    }

    Optional<Reading> at(Instant from) {
        return Optional.ofNullable(readings.get(from));
    }

    /** Those that begin in a time, oldest first. */
    Collection<Reading> between(Instant from, Instant to) {
        return from.isBefore(to) ? readings.subMap(from, true, to, false).values() : List.of();
    }
}
