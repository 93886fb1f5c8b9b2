package io.bellwether.fact.posture;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.PostureEvidence;
import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Settlement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the latest looks at one target say about each check, as findings: a look that says something new counts once another
 * confirms it, one that could not tell changes nothing, and a change of the rules is told from a change of the vendor.
 *
 * @param newestFirst the latest looks under the rule set that counts now, at least one
 */
record CheckFindings(PostureEvidence newest, List<Assessment> newestFirst) {

    static String key(PostureEvidence evidence, String checkId) {
        return Look.prefix(evidence.kind(), evidence.target()) + checkId;
    }

    /** @param known the states that count so far, by their keys */
    List<Finding> findings(Map<String, CheckFact> known) {
        return newestFirst.getFirst().results().stream()
                .map(result -> finding(looksAt(result.checkId()), known.get(key(newest, result.checkId()))))
                .toList();
    }

    /** That the rule set that counts now has no such check. */
    Finding gone(CheckFact known) {
        String reason = "The rule set " + ruleSet() + " has no such check.";
        return stated(
                new CheckResult(
                        known.fact().signal(),
                        CheckRule.NOT_APPLICABLE,
                        CheckOutcome.NOT_APPLICABLE,
                        0,
                        0,
                        reason,
                        Map.of()),
                true,
                known);
    }

    private List<CheckResult> looksAt(String checkId) {
        return newestFirst.stream()
                .flatMap(look -> look.results().stream()
                        .filter(result -> result.checkId().equals(checkId))
                        .limit(1))
                .toList();
    }

    private Finding finding(List<CheckResult> looks, @Nullable CheckFact known) {
        CheckResult latest = looks.getFirst();
        if (known == null || !known.outcome().known()) {
            return stated(latest, false, known);
        }
        if (!Objects.equals(known.ruleSet(), ruleSet())) {
            return rebased(looks, known);
        }
        return switch (Settlement.of(looks, known.resultCode())) {
            case TAKEN -> stated(latest, known.rebased() && latest.resultCode().equals(known.resultCode()), known);
            case PENDING -> kept(known, CheckFact.PENDING, latest);
            case UNKNOWN -> kept(known, CheckFact.DOUBT, latest);
        };
    }

    /** By the last look before that could tell. While none can, what counted by the former rules goes on to count. */
    private Finding rebased(List<CheckResult> looks, CheckFact known) {
        CheckResult latest = looks.getFirst();
        return Stream.concat(looks.stream().skip(1), Stream.of(latest))
                .filter(look -> look.outcome().known())
                .findFirst()
                .map(look -> stated(look, true, known))
                .orElseGet(() -> kept(known, CheckFact.DOUBT, latest));
    }

    private Finding stated(CheckResult result, boolean rebased, @Nullable CheckFact known) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put(CheckFact.TARGET, newest.target());
        detail.put(CheckFact.RULE_SET, ruleSet());
        detail.put(CheckFact.RESULT_CODE, result.resultCode());
        detail.put(CheckFact.CODE_SINCE, codeSince(result, known).toString());
        detail.put(CheckFact.REASON, result.reason());
        detail.put(CheckFact.EVIDENCE, result.evidence());
        detail.put(CheckFact.OBSERVED_AT, newest.observedAt().toString());
        if (rebased) {
            detail.put(CheckFact.REBASED, true);
        }
        return state(result.checkId(), result.outcome().name(), detail);
    }

    private Instant codeSince(CheckResult result, @Nullable CheckFact known) {
        if (known == null
                || known.outcome() != result.outcome()
                || !known.resultCode().equals(result.resultCode())) {
            return newest.observedAt();
        }
        return known.since();
    }

    /** What counted goes on to count, with a note of what the latest look said instead and since when. */
    private Finding kept(CheckFact known, String note, CheckResult latest) {
        Map<String, Object> detail = new LinkedHashMap<>(known.fact().detail());
        Stream.of(CheckFact.PENDING, CheckFact.DOUBT).forEach(detail::remove);
        detail.put(
                note,
                Map.of(
                        "since",
                        since(known, note),
                        CheckFact.RESULT_CODE,
                        latest.resultCode(),
                        CheckFact.REASON,
                        latest.reason()));
        return state(known.fact().signal(), known.outcome().name(), detail);
    }

    private String since(CheckFact known, String note) {
        return known.fact().detail().get(note) instanceof Map<?, ?> earlier
                        && earlier.get("since") instanceof String since
                ? since
                : newest.observedAt().toString();
    }

    private Finding state(String checkId, String value, Map<String, Object> detail) {
        return Finding.state(
                Dimension.SECURITY, checkId, key(newest, checkId), value, newest.observedAt(), newest.target(), detail);
    }

    private String ruleSet() {
        return newestFirst.getFirst().ruleSet();
    }
}
