package io.bellwether.history;

import io.bellwether.core.Outcome;

/** Outcomes as stored: one letter each. */
final class OutcomeCode {

    private OutcomeCode() {}

    static String of(Outcome outcome) {
        return switch (outcome) {
            case UP -> "U";
            case DEGRADED -> "G";
            case DOWN -> "D";
            case UNKNOWN -> "X";
        };
    }

    static Outcome from(String code) {
        return switch (code) {
            case "U" -> Outcome.UP;
            case "G" -> Outcome.DEGRADED;
            case "D" -> Outcome.DOWN;
            case "X" -> Outcome.UNKNOWN;
            default -> throw new IllegalArgumentException("no outcome: " + code);
        };
    }
}
