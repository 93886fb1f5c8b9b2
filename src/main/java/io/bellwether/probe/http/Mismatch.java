package io.bellwether.probe.http;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What an answer of the right status lacks. */
record Mismatch(Outcome outcome, Cause cause, String reason) {

    /** One kind of expectation: null when there is none, or when it is met. */
    @FunctionalInterface
    private interface Check {
        @Nullable Mismatch in(Exchange exchange, Content content);
    }

    /** From what costs least to what costs most. */
    private static final List<Check> CHECKS = List.of(
            ExpectedHeaders::mismatch,
            ExpectedRedirect::mismatch,
            BodySize::mismatch,
            BodyText::mismatch,
            BodyPath::mismatch,
            JsonCheck::mismatch,
            BodySchema::mismatch);

    /** The first thing that is missing, null when nothing is. */
    static @Nullable Mismatch in(Exchange exchange, Content content) {
        return CHECKS.stream()
                .map(check -> check.in(exchange, content))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static Mismatch header(String reason) {
        return new Mismatch(Outcome.DOWN, Cause.HEADER_MISMATCH, reason);
    }

    static Mismatch body(String reason) {
        return new Mismatch(Outcome.DOWN, Cause.BODY_MISMATCH, reason);
    }

    /** The pattern is ours, so its cost is not held against the answer. */
    static Mismatch costly(String pattern) {
        return new Mismatch(
                Outcome.UNKNOWN,
                Cause.INTERNAL,
                "The pattern '" + pattern + "' takes too long on this body; make it simpler.");
    }
}
