package io.bellwether.core.posture.web;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which other sites may read the page in a visitor's name. */
final class SharingCheck implements PageCheck {

    private static final String PREFIX = "cross-origin-resource-sharing-";

    private static final CheckRule RULE = new CheckRule(
            "cross-origin-resource-sharing",
            Category.WEB,
            "Cross-Origin Resource Sharing",
            "Any other site a customer visits can read the vendor's pages with that customer's rights.",
            remediation(
                    "Never reflect the Origin header in Access-Control-Allow-Origin together with"
                            + " Access-Control-Allow-Credentials: true; compare it with a list of known origins.",
                    "Ask the vendor to let only sites it knows read its pages in a customer's name.",
                    Effort.MEDIUM),
            "https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides/CORS",
            List.of(
                    Code.pass(PREFIX + "not-implemented", 0, "Other sites may not read the page."),
                    Code.pass(
                            PREFIX + "implemented-with-public-access",
                            0,
                            "Any site may read the page, without the visitor's rights."),
                    Code.pass(PREFIX + "implemented-with-restricted-access", 0, "Only named sites may read the page."),
                    Code.fail(
                            PREFIX + "implemented-with-universal-access",
                            -50,
                            "Any site may read the page with the visitor's rights: the origin we made up was allowed.")));

    @Override
    public CheckRule rule() {
        return RULE;
    }

    @Override
    public CheckResult judge(Look look) {
        PageEvidence.Preflight preflight = look.evidence().preflight();
        if (preflight == null) {
            return RULE.unknown("No preflight was made.");
        }
        if (preflight.unknown() != null) {
            return RULE.unknown(preflight.unknown());
        }
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("origin", preflight.origin());
        if (preflight.status() != null) {
            evidence.put("status", preflight.status());
        }
        if (preflight.allowOrigin() != null) {
            evidence.put("allowOrigin", Text.shown(preflight.allowOrigin()));
        }
        if (preflight.allowCredentials() != null) {
            evidence.put("allowCredentials", Text.shown(preflight.allowCredentials()));
        }
        return RULE.result(PREFIX + code(preflight, look.dialect()), evidence);
    }

    /** Browsers take no answer but a successful one (Fetch, 4.8). */
    private static String code(PageEvidence.Preflight preflight, Dialect dialect) {
        String allowed = preflight.allowOrigin();
        Integer status = preflight.status();
        boolean successful = status != null && status >= 200 && status < 300;
        if (!successful || allowed == null || allowed.isEmpty()) {
            return "not-implemented";
        }
        if (Text.trim(allowed).equals("*")) {
            return "implemented-with-public-access";
        }
        String credentials = preflight.allowCredentials();
        boolean universal = allowed.equals(preflight.origin())
                && credentials != null
                && Text.lower(credentials).equals("true");
        // The public implementation forgets which origin it had claimed.
        return universal && !dialect.compatible()
                ? "implemented-with-universal-access"
                : "implemented-with-restricted-access";
    }
}
