package io.bellwether.fact.posture;

import io.bellwether.core.PostureEvidence;
import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.Assessor;
import io.bellwether.core.posture.GradeCard;
import io.bellwether.core.posture.catalogue.Assessors;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.Vendor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges kept looks anew, so that a series is always of one rule set. */
@Singleton
class SecurityHistory {

    /**
     * The grades of one target under one rule set.
     *
     * @param points oldest first
     */
    public record Series(String kind, String target, String ruleSet, List<Point> points) {}

    /**
     * A stretch of looks that all saw the same, judged as the last of them saw it.
     *
     * @param until the last of them
     * @param score null when the rule set gives none or it could not be told
     * @param reason why it could not be told; null when it could
     */
    public record Point(
            Instant at,
            Instant until,
            int looks,
            @Nullable Integer score,
            @Nullable String grade,
            @Nullable String reason) {}

    private final EvidenceTable table;
    private final RuleSetChoice rules;

    SecurityHistory(EvidenceTable table, RuleSetChoice rules) {
        this.table = table;
        this.rules = rules;
    }

    /** @param ruleSet null for the ones that count now */
    List<Series> of(Vendor vendor, Instant from, Instant to, @Nullable String ruleSet) {
        Assessor<?> chosen = ruleSet == null ? null : require(ruleSet);
        Function<PostureEvidence, Assessment> judge =
                chosen == null ? rules::assess : evidence -> RuleSetChoice.assess(chosen, evidence);
        Map<String, List<Look>> byTarget = new LinkedHashMap<>();
        table.between(vendor.id(), from, to).stream()
                .filter(look -> chosen == null || look.kind().equals(chosen.kind()))
                .forEach(look -> byTarget.computeIfAbsent(look.prefix(), _ -> new ArrayList<>())
                        .add(look));
        return byTarget.values().stream().map(looks -> series(looks, judge)).toList();
    }

    private static Assessor<?> require(String ruleSet) {
        return Assessors.find(ruleSet)
                .orElseThrow(() -> Problem.invalid(
                        "ruleSet",
                        "There is no rule set '" + ruleSet
                                + "' that judges evidence; see GET /api/v1/security/rule-sets."));
    }

    private static Series series(List<Look> looks, Function<PostureEvidence, Assessment> judge) {
        List<Assessment> judged = looks.stream()
                .map(look -> judge.apply(look.evidence().at(look.lastSeenAt())))
                .toList();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            points.add(point(looks.get(i), judged.get(i)));
        }
        Look first = looks.getFirst();
        return new Series(first.kind(), first.target(), judged.getFirst().ruleSet(), List.copyOf(points));
    }

    private static Point point(Look look, Assessment judged) {
        GradeCard card = judged.card();
        boolean told =
                judged.results().stream().anyMatch(result -> result.outcome().known());
        return new Point(
                look.firstSeenAt(),
                look.lastSeenAt(),
                look.looks(),
                card == null ? null : card.score(),
                card == null ? null : card.grade(),
                told || judged.results().isEmpty()
                        ? null
                        : judged.results().getFirst().reason());
    }
}
