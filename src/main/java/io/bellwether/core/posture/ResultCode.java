package io.bellwether.core.posture;

/**
 * One thing a check can say.
 *
 * @param code as the rule set publishes it, lower-case kebab: {@code csp-not-implemented}
 * @param modifier what the rule set itself adds to its own score, 0 where it has none
 * @param points what it takes from the security dimension, 0 to 100
 * @param says one sentence for an engineer
 */
public record ResultCode(String code, CheckOutcome outcome, int modifier, double points, String says) {

    /** One of a rule set without numbers of its own: its modifier is 0. */
    public static ResultCode code(String code, CheckOutcome outcome, double points, String says) {
        return new ResultCode(code, outcome, 0, points, says);
    }
}
