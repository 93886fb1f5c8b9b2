package io.bellwether.fact.posture;

import io.bellwether.core.Finding;
import io.bellwether.core.PostureEvidence;
import io.bellwether.core.posture.Assessment;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.SecurityCheck;
import io.bellwether.core.score.SecurityScore;
import io.bellwether.fact.Fact;
import io.bellwether.platform.Ids;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Judges looks that are not kept. */
@Singleton
public class Scans {

    /**
     * @param targets with their grades
     * @param checks the heaviest first
     * @param score what these looks alone would make of the security dimension
     */
    public record Judged(List<TargetView> targets, List<CheckView> checks, DimensionScore score) {}

    private final RuleSetChoice rules;

    Scans(RuleSetChoice rules) {
        this.rules = rules;
    }

    /** @param findings states of checks that a probe answered itself */
    public Judged judge(List<PostureEvidence> seen, List<Finding> findings, Instant now) {
        List<TargetView> targets = new ArrayList<>();
        List<Finding> states = new ArrayList<>(findings);
        for (PostureEvidence evidence : seen) {
            Assessment assessment = rules.assess(evidence);
            targets.add(TargetView.of(evidence.kind(), assessment, null));
            states.addAll(new CheckFindings(evidence, List.of(assessment)).findings(Map.of()));
        }
        List<CheckView> checks = states.stream()
                .map(finding -> fact(finding, now))
                .flatMap(CheckFact::of)
                .map(check -> CheckView.of(check, null))
                .sorted(Comparator.comparingDouble(CheckView::points).reversed().thenComparing(CheckView::checkId))
                .toList();
        List<SecurityCheck> scored =
                checks.stream().map(check -> scored(check, now)).toList();
        return new Judged(List.copyOf(targets), checks, SecurityScore.of(scored, List.of(), now));
    }

    private static SecurityCheck scored(CheckView check, Instant now) {
        return new SecurityCheck(
                check.checkId(),
                check.category(),
                check.name(),
                check.meaning(),
                check.outcome(),
                check.points(),
                now,
                now,
                false,
                check.source());
    }

    private static Fact fact(Finding finding, Instant now) {
        UUID nobody = new UUID(0, 0);
        return new Fact(
                Ids.next(),
                nobody,
                null,
                finding.dimension(),
                finding.signal(),
                finding.key(),
                finding.value(),
                finding.occurredAt(),
                now,
                null,
                finding.source(),
                finding.detail());
    }
}
