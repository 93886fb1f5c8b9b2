package io.bellwether.core.posture.web;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import java.util.List;
import java.util.Map;

/** Which other sites may take files of the page into theirs. */
final class ResourcePolicyCheck implements PageCheck {

    private static final String HEADER = "cross-origin-resource-policy";

    private static final CheckRule RULE = new CheckRule(
            "cross-origin-resource-policy",
            Category.WEB,
            "Cross-Origin-Resource-Policy",
            "Other sites can take files of the vendor into their pages and learn from them what a customer may see.",
            remediation(
                    "Send Cross-Origin-Resource-Policy once, as same-origin or same-site, or as cross-origin for files meant"
                            + " for others.",
                    "Ask the vendor to say which other sites may show its files, and to say it in words browsers know.",
                    Effort.LOW),
            "https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides/CORP",
            List.of(
                    Code.pass("corp-implemented-with-same-origin", 10, "Only the same origin may take the page in."),
                    Code.pass("corp-implemented-with-same-site", 10, "Only the same site may take the page in."),
                    Code.pass(
                            "corp-implemented-with-cross-origin",
                            0,
                            "Any site may take the page in, which is said on purpose."),
                    Code.pass("corp-not-implemented", 0, "Cross-Origin-Resource-Policy is left to the browser."),
                    Code.fail(
                            "corp-header-invalid",
                            -5,
                            "Cross-Origin-Resource-Policy has a value that browsers do not know, or several.")));

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
        PageEvidence.Html html = look.page().html();
        String said = header;
        if (said == null && html != null && !html.resourcePolicies().isEmpty()) {
            said = html.resourcePolicies().getLast();
        }
        if (said == null) {
            return RULE.result("corp-not-implemented", Map.of());
        }
        return RULE.result(code(Text.lower(said)), Map.of(header == null ? "meta" : "header", Text.shown(said)));
    }

    private static String code(String policy) {
        return switch (policy) {
            case "same-origin", "same-site", "cross-origin" -> "corp-implemented-with-" + policy;
            case "" -> "corp-not-implemented";
            default -> "corp-header-invalid";
        };
    }
}
