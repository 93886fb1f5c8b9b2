package io.bellwether.fact.posture;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Remediation;
import io.bellwether.core.posture.Severity;
import io.bellwether.fact.Suppression;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one check says of one target, with everything to check it by hand and to mend it.
 *
 * @param ruleSetVersion the id of the rule set; null for a check that is in none
 * @param modifier what the rule set adds to its own score
 * @param points what it takes from the security dimension before rounding; nothing while it is suppressed
 * @param severity by the points it takes when it is not suppressed
 * @param evidence what the result was read from
 * @param observedAt when it was seen
 * @param since when it began to say so with this code
 * @param source what was looked at
 * @param reason one sentence for an engineer
 * @param meaning what a failure means, for the business
 * @param reference where the rule is published
 * @param suppression who answers for it although it fails, so that it takes nothing
 * @param pending what the latest look says instead, until another confirms it
 * @param doubt why the latest look could not tell
 */
public record CheckView(
        String checkId,
        String name,
        Category category,
        String target,
        @Nullable String ruleSetVersion,
        CheckOutcome outcome,
        String resultCode,
        int modifier,
        double points,
        Severity severity,
        Object evidence,
        @Nullable String observedAt,
        Instant since,
        String source,
        String reason,
        String meaning,
        @Nullable Remediation remediation,
        @Nullable String reference,
        @Nullable Suppression suppression,
        @Nullable Object pending,
        @Nullable Object doubt) {

    static CheckView of(CheckFact check, @Nullable Suppression suppression) {
        Map<String, Object> detail = check.fact().detail();
        CheckRule rule = check.rule();
        Object observedAt = detail.get(CheckFact.OBSERVED_AT);
        return new CheckView(
                check.fact().signal(),
                check.name(),
                check.category(),
                check.target(),
                check.ruleSet(),
                check.outcome(),
                check.resultCode(),
                check.modifier(),
                suppression == null ? check.points() : 0,
                check.severity(),
                detail.getOrDefault(CheckFact.EVIDENCE, detail),
                observedAt == null ? null : observedAt.toString(),
                check.since(),
                check.fact().source(),
                check.reason(),
                check.meaning(),
                rule == null ? null : rule.remediation(),
                rule == null ? null : rule.reference(),
                suppression,
                detail.get(CheckFact.PENDING),
                detail.get(CheckFact.DOUBT));
    }
}
