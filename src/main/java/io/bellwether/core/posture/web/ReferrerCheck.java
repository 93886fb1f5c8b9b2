package io.bellwether.core.posture.web;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What browsers tell other sites of where a visitor comes from. */
final class ReferrerCheck implements PageCheck {

    private static final String HEADER = "referrer-policy";
    private static final Set<String> PRIVATE =
            Set.of("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin");
    private static final Set<String> UNSAFE =
            Set.of("origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade");

    private static final CheckRule RULE = new CheckRule(
            "referrer-policy",
            Category.WEB,
            "Referrer-Policy",
            "Addresses of pages, which may hold what customers look at or search for, are passed on to other companies.",
            remediation(
                    "Send Referrer-Policy: strict-origin-when-cross-origin or a stricter one.",
                    "Ask the vendor to keep the addresses of its pages from the other sites they link to.",
                    Effort.LOW),
            "https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides/Referrer_policy",
            List.of(
                    Code.pass("referrer-policy-private", 5, "Addresses are not passed on in full."),
                    Code.pass("referrer-policy-not-implemented", 0, "Referrer-Policy is left to the browser."),
                    Code.fail("referrer-policy-unsafe", -5, "Addresses may be passed on to other sites."),
                    Code.fail(
                            "referrer-policy-header-invalid", -5, "Referrer-Policy has no value that browsers know.")));

    @Override
    public CheckRule rule() {
        return RULE;
    }

    @Override
    public String header() {
        return HEADER;
    }

    /** The last value that browsers know counts; meta elements come after headers, and of several the last. */
    @Override
    public CheckResult judge(Look look) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        List<String> said = new ArrayList<>();
        String header = look.page().header(HEADER);
        if (header != null) {
            said.add(header);
            evidence.put("header", Text.shown(header));
        }
        PageEvidence.Html html = look.page().html();
        if (html != null && !html.referrers().isEmpty()) {
            said.add(html.referrers().getLast());
            evidence.put("meta", Text.shown(html.referrers().getLast()));
        }
        if (said.isEmpty()) {
            return RULE.result("referrer-policy-not-implemented", evidence);
        }
        String last = said.stream()
                .flatMap(value -> Text.split(Text.lower(value), ',').stream())
                .filter(token -> PRIVATE.contains(token) || UNSAFE.contains(token))
                .reduce("", (_, token) -> token);
        return RULE.result(code(last), evidence);
    }

    private static String code(String policy) {
        if (PRIVATE.contains(policy)) {
            return "referrer-policy-private";
        }
        return UNSAFE.contains(policy) ? "referrer-policy-unsafe" : "referrer-policy-header-invalid";
    }
}
