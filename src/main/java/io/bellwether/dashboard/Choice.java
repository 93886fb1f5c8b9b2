package io.bellwether.dashboard;

import java.util.List;

/**
 * One of the values that a field offers.
 *
 * @param key what is sent
 * @param value what people read
 */
public record Choice(String key, String value) {

    /** For how long something may last, as ISO-8601 durations. */
    static final List<Choice> LENGTHS = List.of(
            new Choice("PT1H", "1 hour"),
            new Choice("PT2H", "2 hours"),
            new Choice("PT4H", "4 hours"),
            new Choice("PT8H", "8 hours"),
            new Choice("PT24H", "1 day"),
            new Choice("PT72H", "3 days"),
            new Choice("PT168H", "1 week"),
            new Choice("PT720H", "30 days"));
}
