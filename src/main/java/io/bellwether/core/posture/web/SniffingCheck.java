package io.bellwether.core.posture.web;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import java.util.List;
import java.util.Map;

/** Whether browsers may guess what a file is. */
final class SniffingCheck implements PageCheck {

    private static final String HEADER = "x-content-type-options";

    private static final CheckRule RULE = new CheckRule(
            "x-content-type-options",
            Category.WEB,
            "X-Content-Type-Options",
            "Browsers may take a file that somebody uploaded for a program and run it in the customer's session.",
            remediation(
                    "Send X-Content-Type-Options: nosniff with every answer, and the right Content-Type.",
                    "Ask the vendor to tell browsers never to guess what kind of file they are given.",
                    Effort.LOW),
            "https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides/MIME_types",
            List.of(
                    Code.pass("x-content-type-options-nosniff", 0, "Content types are not guessed."),
                    Code.fail("x-content-type-options-not-implemented", -5, "X-Content-Type-Options is missing."),
                    Code.fail("x-content-type-options-header-invalid", -5, "X-Content-Type-Options is not nosniff.")));

    @Override
    public CheckRule rule() {
        return RULE;
    }

    @Override
    public String header() {
        return HEADER;
    }

    @Override
    public CheckResult judge(Look look) {
        String header = look.header(HEADER);
        if (header == null) {
            return RULE.result("x-content-type-options-not-implemented", Map.of());
        }
        boolean sound = Text.lower(header).equals("nosniff");
        return RULE.result(
                sound ? "x-content-type-options-nosniff" : "x-content-type-options-header-invalid",
                Map.of("header", Text.shown(header)));
    }
}
