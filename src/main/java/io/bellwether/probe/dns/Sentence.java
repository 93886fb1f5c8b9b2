package io.bellwether.probe.dns;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;

/** The verdict on an answer, in words. */
record Sentence(Outcome outcome, Cause cause, String reason) {

    static Sentence up(String reason) {
        return new Sentence(Outcome.UP, Cause.OK, reason);
    }

    static Sentence degraded(Cause cause, String reason) {
        return new Sentence(Outcome.DEGRADED, cause, reason);
    }

    static Sentence down(Cause cause, String reason) {
        return new Sentence(Outcome.DOWN, cause, reason);
    }

    static Sentence unknown(Cause cause, String reason) {
        return new Sentence(Outcome.UNKNOWN, cause, reason);
    }

    boolean good() {
        return outcome.good();
    }
}
