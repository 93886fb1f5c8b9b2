package io.bellwether.core;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something a probe learnt that outlives the observation: a dated event such as a filing, or the state of a check such as a
 * security header.
 *
 * @param dimension what it moves
 * @param signal its kind, in lower-case kebab form: {@code filing-8k-1.03}, {@code strict-transport-security}
 * @param key identity within the vendor; an event with a key that is already known is the same event
 * @param value for a state what the check says now ({@code PASS}, {@code WARN}, {@code FAIL}, {@code UNKNOWN}); for an event null
 * @param occurredAt when it happened, or for a state when it was seen
 * @param source where it can be looked up: a URL or the name of a register
 * @param detail the evidence, as JSON-shaped values
 */
public record Finding(
        Dimension dimension,
        String signal,
        String key,
        @Nullable String value,
        Instant occurredAt,
        String source,
        Map<String, Object> detail) {

    public static Finding event(
            Dimension dimension,
            String signal,
            String key,
            Instant occurredAt,
            String source,
            Map<String, Object> detail) {
        return new Finding(dimension, signal, key, null, occurredAt, source, detail);
    }

    public static Finding state(
            Dimension dimension,
            String signal,
            String key,
            String value,
            Instant seenAt,
            String source,
            Map<String, Object> detail) {
        return new Finding(dimension, signal, key, value, seenAt, source, detail);
    }
}
