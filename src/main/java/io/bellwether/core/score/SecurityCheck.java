package io.bellwether.core.score;

import java.time.Instant;

/**
 * What one check of the security posture says.
 *
 * @param signal which check, for example {@code header-hsts}
 * @param value what it says
 * @param since when it began to say so
 * @param confirmedAt when it last said so
 * @param source where the evidence is
 */
public record SecurityCheck(String signal, Value value, Instant since, Instant confirmedAt, String source) {

    /** What a check can say. */
    public enum Value {
        PASS,
        /** Present, but weaker than it should be. */
        WARN,
        FAIL,
        /** We could not tell. */
        UNKNOWN,
        /** The check makes no sense here, which is as good as passed. */
        NOT_APPLICABLE;

        /** A word this version does not know means that it cannot tell. */
        public static Value of(String text) {
            for (Value value : values()) {
                if (value.name().equals(text)) {
                    return value;
                }
            }
            return UNKNOWN;
        }
    }
}
