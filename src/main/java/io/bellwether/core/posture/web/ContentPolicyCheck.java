package io.bellwether.core.posture.web;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page lets browsers load and run. */
final class ContentPolicyCheck implements PageCheck {

    private static final CheckRule RULE = new CheckRule(
            "content-security-policy",
            Category.WEB,
            "Content-Security-Policy",
            "If an attacker gets a piece of text onto the page, browsers may run it as a program and hand over what customers enter.",
            remediation(
                    "Send Content-Security-Policy on every page: start from default-src 'none', allow what is needed by"
                            + " host, allow scripts by nonce or hash instead of 'unsafe-inline' and 'unsafe-eval', set"
                            + " object-src 'none' and base-uri 'none', and test with Content-Security-Policy-Report-Only first.",
                    "Ask the vendor to give its pages a list of the only places that programs and content may come from,"
                            + " so that nothing smuggled into a page is run.",
                    Effort.HIGH),
            "https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides/CSP",
            List.of(
                    Code.pass(
                            "csp-implemented-with-no-unsafe-default-src-none",
                            10,
                            "The policy has no unsafe source and allows nothing unless it is named."),
                    Code.pass("csp-implemented-with-no-unsafe", 5, "The policy has no unsafe source."),
                    Code.pass(
                            "csp-implemented-with-unsafe-inline-in-style-src-only",
                            0,
                            "The policy has unsafe sources for styles only."),
                    Code.pass(
                            "csp-implemented-but-duplicate-directives",
                            0,
                            "The policy is sound, but names where to report to more than once."),
                    Code.pass(
                            "csp-implemented-with-insecure-scheme-in-passive-content-only",
                            -10,
                            "The policy allows images or media over plain HTTP."),
                    Code.fail("csp-implemented-with-unsafe-eval", -10, "The policy allows text to be run as a script."),
                    Code.fail(
                            "csp-implemented-with-unsafe-inline",
                            -20,
                            "The policy allows scripts in the page itself, or scripts or objects from anywhere."),
                    Code.fail(
                            "csp-implemented-with-insecure-scheme",
                            -20,
                            "The policy allows active content over plain HTTP."),
                    Code.fail("csp-header-invalid", -25, "There is a policy, but it is not valid."),
                    Code.fail("csp-not-implemented", -25, "There is no content security policy."),
                    Code.fail(
                            "csp-not-implemented-but-reporting-enabled",
                            -25,
                            "The only content security policy is one that reports and does not protect.")));

    @Override
    public CheckRule rule() {
        return RULE;
    }

    @Override
    public String header() {
        return PolicyAnalysis.HEADER;
    }

    @Override
    public CheckResult judge(Look look) {
        PolicyAnalysis policy = look.policy();
        if (policy.code().equals(CheckRule.UNKNOWN)) {
            return RULE.unknown("The content security policies are longer, or more, than we read.");
        }
        Map<String, Object> evidence = new LinkedHashMap<>();
        shown(look, PolicyAnalysis.HEADER, evidence, "header");
        shown(look, PolicyAnalysis.HEADER + "-report-only", evidence, "reportOnly");
        PageEvidence.Html html = look.page().html();
        if (html != null && !html.policies().isEmpty()) {
            evidence.put("meta", Text.shown(String.join(", ", html.policies())));
        }
        if (!policy.flags().isEmpty()) {
            evidence.put("analysis", policy.flags());
        }
        return RULE.result(policy.code(), evidence);
    }

    private static void shown(Look look, String header, Map<String, Object> evidence, String key) {
        String value = look.page().header(header);
        if (value != null) {
            evidence.put(key, Text.shown(value));
        }
    }
}
