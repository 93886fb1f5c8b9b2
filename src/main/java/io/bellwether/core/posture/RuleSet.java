package io.bellwether.core.posture;

import java.util.List;
import java.util.Optional;

/**
 * A published set of checks. Its id names one version: whatever could give another result on the same evidence, a weight or the
 * reading of a header, is a new id.
 *
 * @param id lower-case kebab with the version: {@code http-observatory-5}
 * @param reference where the rules can be read, a URL
 * @param checks in the order to show them
 */
public record RuleSet(String id, String title, String reference, List<CheckRule> checks) {

    public RuleSet {
        checks = List.copyOf(checks);
    }

    /**
     * The results of a look that failed as a whole.
     *
     * @param reason why nothing can be told, one sentence
     */
    public List<CheckResult> unknown(String reason) {
        return checks.stream().map(check -> check.unknown(reason)).toList();
    }

    public Optional<CheckRule> check(String checkId) {
        return checks.stream().filter(check -> check.id().equals(checkId)).findFirst();
    }

    /** @throws IllegalArgumentException when it has no such check */
    public CheckRule require(String checkId) {
        return check(checkId).orElseThrow(() -> new IllegalArgumentException(id + " has no check " + checkId));
    }
}
