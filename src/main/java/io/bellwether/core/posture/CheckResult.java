package io.bellwether.core.posture;

import java.util.Map;

/**
 * What one check says of one target.
 *
 * @param checkId of its {@link CheckRule}
 * @param resultCode one of the rule's codes, {@link CheckRule#UNKNOWN} or {@link CheckRule#NOT_APPLICABLE}
 * @param modifier what the rule set adds to its own score
 * @param points what it takes from the security dimension, not negative
 * @param reason one sentence for an engineer
 * @param evidence JSON-shaped values, cut to a readable length
 */
public record CheckResult(
        String checkId,
        String resultCode,
        CheckOutcome outcome,
        int modifier,
        double points,
        String reason,
        Map<String, Object> evidence) {

    public Severity severity() {
        return Severity.of(points);
    }

    /** The same with a sentence that has this case's figures. */
    public CheckResult because(String sentence) {
        return new CheckResult(checkId, resultCode, outcome, modifier, points, sentence, evidence);
    }
}
