package io.bellwether.core.posture.web;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may put the page into a frame. Browsers let frame-ancestors of a header override X-Frame-Options, also where it lets
 * anybody; in a meta element they ignore it (CSP Level 3, 6.4.2).
 */
final class FramingCheck implements PageCheck {

    private static final String HEADER = "x-frame-options";

    private static final CheckRule RULE = new CheckRule(
            "x-frame-options",
            Category.WEB,
            "X-Frame-Options",
            "Another site can show this page inside its own and make customers click on what they do not see.",
            remediation(
                    "Send Content-Security-Policy: frame-ancestors 'none' (or 'self', or the hosts that embed the page) as"
                            + " a header, and X-Frame-Options: DENY or SAMEORIGIN for old browsers.",
                    "Ask the vendor to forbid other sites to show its pages inside theirs, save those that have to.",
                    Effort.LOW),
            "https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides/Clickjacking",
            List.of(
                    Code.pass(
                            "x-frame-options-implemented-via-csp",
                            5,
                            "The content security policy says who may frame the page."),
                    Code.pass("x-frame-options-sameorigin-or-deny", 5, "No other site may frame the page."),
                    Code.pass(
                            "x-frame-options-allow-from-origin",
                            0,
                            "X-Frame-Options names who may frame the page, which browsers of today ignore."),
                    Code.fail("x-frame-options-not-implemented", -20, "Any site may frame the page."),
                    Code.fail(
                            "x-frame-options-header-invalid", -20, "X-Frame-Options has a value that means nothing.")));

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
        PolicyAnalysis policy = look.policy();
        if (policy.code().equals(CheckRule.UNKNOWN)) {
            return RULE.unknown(
                    "The content security policies, which may say who frames the page, are longer than we read.");
        }
        Map<String, Object> evidence = new LinkedHashMap<>();
        String header = look.header(HEADER);
        if (header != null) {
            evidence.put("header", Text.shown(header));
        }
        Set<String> framers =
                look.dialect().compatible() ? policy.directives().get("frame-ancestors") : policy.framers();
        if (framers != null) {
            evidence.put("frameAncestors", Text.shown(String.join(" ", framers)));
        }
        return RULE.result(code(header, framers, look.dialect()), evidence);
    }

    private static String code(@Nullable String header, @Nullable Set<String> framers, Dialect dialect) {
        if (framers != null) {
            return PolicyAnalysis.broad(framers) && !dialect.compatible()
                    ? "x-frame-options-not-implemented"
                    : "x-frame-options-implemented-via-csp";
        }
        if (header == null) {
            return "x-frame-options-not-implemented";
        }
        String value = Text.lower(header);
        if (value.equals("deny") || value.equals("sameorigin")) {
            return "x-frame-options-sameorigin-or-deny";
        }
        return value.startsWith("allow-from") ? "x-frame-options-allow-from-origin" : "x-frame-options-header-invalid";
    }
}
