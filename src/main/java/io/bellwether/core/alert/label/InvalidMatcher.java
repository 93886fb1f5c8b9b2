package io.bellwether.core.alert.label;

import java.io.Serial;
import java.util.Objects;

/** What was meant as a matcher is none; the message says why, in one sentence. */
public final class InvalidMatcher extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidMatcher(String message) {
        super(message);
    }

    /** What is wrong, for people. */
    public String detail() {
        return Objects.requireNonNull(getMessage());
    }
}
