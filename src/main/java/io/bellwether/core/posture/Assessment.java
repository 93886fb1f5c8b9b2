package io.bellwether.core.posture;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One look at one target, judged by one rule set.
 *
 * @param ruleSet its id
 * @param target what was looked at, as in the evidence
 * @param observedAt when
 * @param results one for every check of the rule set, in its order
 * @param card null for a rule set that gives no grade
 */
public record Assessment(
        String ruleSet,
        String target,
        Instant observedAt,
        List<CheckResult> results,
        @Nullable GradeCard card) {

    public Assessment {
        results = List.copyOf(results);
    }
}
