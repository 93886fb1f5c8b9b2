package io.bellwether.core.posture.securitytxt;

import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.Assessor;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.RuleSet;
import io.bellwether.core.posture.securitytxt.SecurityTxtEvidence.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges a security.txt by RFC 9116. */
public final class SecurityTxtAssessor implements Assessor<SecurityTxtEvidence> {

    private static final String NO_FILE = "There is no file to look at.";

    @Override
    public RuleSet ruleSet() {
        return SecurityTxtRules.RULES;
    }

    @Override
    public String kind() {
        return SecurityTxtEvidence.KIND;
    }

    @Override
    public Class<SecurityTxtEvidence> evidence() {
        return SecurityTxtEvidence.class;
    }

    @Override
    public Assessment assess(SecurityTxtEvidence evidence) {
        return new Assessment(ruleSet().id(), evidence.target(), evidence.observedAt(), results(evidence), null);
    }

    private List<CheckResult> results(SecurityTxtEvidence evidence) {
        String unknown = evidence.unknown();
        if (unknown != null) {
            return ruleSet().unknown(unknown);
        }
        if (evidence.answers().isEmpty()) {
            return ruleSet().unknown("Nothing was asked.");
        }
        Optional<Answer> found =
                evidence.answers().stream().filter(Answer::showsFile).findFirst();
        return found.map(answer -> new FileJudgement(evidence, answer).results())
                .orElseGet(() -> withoutFile(evidence));
    }

    private List<CheckResult> withoutFile(SecurityTxtEvidence evidence) {
        return ruleSet().checks().stream()
                .map(rule -> rule.equals(SecurityTxtRules.PRESENT) ? missing(evidence) : rule.notApplicable(NO_FILE))
                .toList();
    }

    private static CheckResult missing(SecurityTxtEvidence evidence) {
        List<String> seen = evidence.answers().stream()
                .map(answer -> answer.asked() + ": "
                        + (answer.status() == 200 ? "a page that is no security.txt" : "status " + answer.status()))
                .toList();
        return SecurityTxtRules.PRESENT
                .result("security-txt-missing", Map.of("answers", seen))
                .because("There is no security.txt (" + String.join("; ", seen) + ").");
    }
}
