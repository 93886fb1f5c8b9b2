package io.bellwether.fact.posture;

import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.GradeCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one target stands under one rule set, with the way to its grade.
 *
 * @param kind of evidence
 * @param observedAt of the latest look
 * @param score on the rule set's own scale; null when it gives none or it cannot be told
 * @param arithmetic every step from the base to the grade
 * @param untested rules that were not looked at
 * @param evidence where the raw evidence can be read; null when it is not kept
 */
public record TargetView(
        String kind,
        String target,
        String ruleSet,
        Instant observedAt,
        @Nullable Integer score,
        @Nullable String grade,
        List<GradeCard.Step> arithmetic,
        List<String> untested,
        @Nullable String evidence) {

    static TargetView of(String kind, Assessment assessment, @Nullable String evidence) {
        GradeCard card = assessment.card();
        return new TargetView(
                kind,
                assessment.target(),
                assessment.ruleSet(),
                assessment.observedAt(),
                card == null ? null : card.score(),
                card == null ? null : card.grade(),
                card == null ? List.of() : card.arithmetic(),
                card == null ? List.of() : card.untested(),
                evidence);
    }
}
