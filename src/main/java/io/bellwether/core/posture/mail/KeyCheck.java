package io.bellwether.core.posture.mail;

import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Judges the keys that mail is signed with, as far as their selectors are known; the worst counts. */
final class KeyCheck {

    private static final int LEAST_BITS = 1024;
    private static final int GOOD_BITS = 2048;

    private KeyCheck() {}

    static CheckResult of(CheckRule rule, MailSurvey survey, MailUse use) {
        if (survey.keys().isEmpty()) {
            return use.sendsNothing()
                    ? rule.notApplicable("The domain sends no mail that could be signed.")
                    : rule.unknown("No selector is configured, and which there are cannot be found out.");
        }
        List<CheckResult> results = new ArrayList<>();
        String silence = null;
        for (Map.Entry<String, DnsAnswer> key : survey.keys().entrySet()) {
            CheckResult result = of(rule, key.getKey(), key.getValue());
            if (result == null) {
                silence = key.getValue().unanswered();
            } else {
                results.add(result);
            }
        }
        CheckResult worst = null;
        for (CheckResult result : results) {
            worst = worst == null || result.points() > worst.points() ? result : worst;
        }
        return worst == null || (silence != null && worst.points() == 0)
                ? rule.unknown(Objects.requireNonNullElse(silence, "No key was asked for."))
                : worst;
    }

    /** Null when it cannot be told. */
    private static @Nullable CheckResult of(CheckRule rule, String selector, DnsAnswer answer) {
        if (answer.unanswered() != null) {
            return null;
        }
        if (answer.values().isEmpty()) {
            return result(rule, "dkim-missing", selector, "there is no record");
        }
        if (answer.values().size() > 1) {
            return result(rule, "dkim-invalid", selector, "there are several records where one is allowed");
        }
        DkimKey key = DkimKey.parse(answer.values().getFirst());
        if (key.revoked()) {
            return result(rule, "dkim-revoked", selector, "it has been taken back");
        }
        if (key.bits() == 0 || !key.faults().isEmpty()) {
            return result(
                    rule,
                    "dkim-invalid",
                    selector,
                    "it cannot be read (" + Words.shown(String.join(" ", key.faults())) + ")");
        }
        String words = key.type() + " with " + key.bits() + " bits";
        boolean rsa = key.type().equals("rsa");
        if (rsa && key.bits() < LEAST_BITS) {
            return result(rule, "dkim-weak", selector, words);
        }
        if (rsa && key.bits() < GOOD_BITS) {
            return result(rule, "dkim-short", selector, words);
        }
        return result(rule, key.testing() ? "dkim-testing" : "dkim-valid", selector, words);
    }

    private static CheckResult result(CheckRule rule, String code, String selector, String words) {
        return rule.result(code, Map.of("selector", selector))
                .because("The key of selector " + selector + ": " + words + ".");
    }
}
