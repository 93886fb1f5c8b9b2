package io.bellwether.core.posture.web;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import io.bellwether.core.posture.StrictTransport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether browsers keep to HTTPS. A host that our copy of the preload list does not show is judged by its header: to be on the
 * list it would have to send one, unless its whole top-level domain is on it, and those our copy has.
 */
final class StrictTransportCheck implements PageCheck {

    private static final String HEADER = "strict-transport-security";

    private static final CheckRule RULE = new CheckRule(
            "strict-transport-security",
            Category.WEB,
            "Strict-Transport-Security",
            "In a public network somebody can lead customers to an unprotected copy of the site and read what they enter.",
            remediation(
                    "Send Strict-Transport-Security: max-age=63072000; includeSubDomains over HTTPS, once, with a valid"
                            + " certificate; consider the preload list.",
                    "Ask the vendor to tell browsers that its site may only ever be opened over a protected connection.",
                    Effort.LOW),
            "https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides/TLS",
            List.of(
                    Code.pass(
                            "hsts-preloaded",
                            5,
                            "Browsers know without asking that the host is reached over HTTPS only."),
                    Code.pass(
                            "hsts-implemented-max-age-at-least-six-months",
                            0,
                            "Browsers keep to HTTPS for half a year or more."),
                    Code.fail(
                            "hsts-implemented-max-age-less-than-six-months",
                            -10,
                            "Browsers keep to HTTPS for less than half a year."),
                    Code.fail("hsts-not-implemented", -20, "Strict-Transport-Security is missing."),
                    Code.fail(
                            "hsts-header-invalid",
                            -20,
                            "Strict-Transport-Security cannot be read, so browsers ignore it."),
                    Code.fail("hsts-not-implemented-no-https", -20, "The page is not served over HTTPS."),
                    Code.fail(
                            "hsts-invalid-cert",
                            -20,
                            "The certificate is not valid, so browsers ignore Strict-Transport-Security.")));

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
        PageEvidence.Chain secure = look.evidence().secure();
        if (!look.page().secure() && (secure == null || !secure.absent())) {
            return RULE.unknown("It could not be told what the page is like over HTTPS.");
        }
        String header = look.page().secure() ? look.page().header(HEADER) : null;
        Map<String, Object> evidence = new LinkedHashMap<>();
        if (header != null) {
            evidence.put("header", Text.shown(header));
            StrictTransport policy = read(header, look.dialect());
            if (policy != null) {
                evidence.put("includeSubDomains", policy.includeSubDomains());
                evidence.put("preload", policy.preload());
            }
        }
        PageEvidence.Preload list = look.evidence().preload();
        if (list != null) {
            evidence.put("preloadList", list.version() + (list.complete() ? "" : ", incomplete"));
        }
        return RULE.result(code(look), evidence);
    }

    static boolean passes(Look look) {
        String code = code(look);
        // What cannot be told takes nothing.
        boolean unread =
                code.equals("hsts-not-implemented") && look.page().cut().contains(HEADER);
        return unread || code.equals("hsts-preloaded") || code.equals("hsts-implemented-max-age-at-least-six-months");
    }

    private static String code(Look look) {
        if (!look.page().secure()) {
            return "hsts-not-implemented-no-https";
        }
        if (look.evidence().preloaded(Address.host(look.evidence().target()))) {
            return "hsts-preloaded";
        }
        PageEvidence.Chain secure = look.evidence().secure();
        if (secure != null && !secure.verified()) {
            return "hsts-invalid-cert";
        }
        String header = look.page().header(HEADER);
        if (header == null) {
            return "hsts-not-implemented";
        }
        StrictTransport policy = read(header, look.dialect());
        if (policy == null) {
            return "hsts-header-invalid";
        }
        return policy.maxAge() >= StrictTransport.HALF_A_YEAR
                ? "hsts-implemented-max-age-at-least-six-months"
                : "hsts-implemented-max-age-less-than-six-months";
    }

    private static @Nullable StrictTransport read(String header, Dialect dialect) {
        return dialect.compatible() ? LenientTransport.read(header) : StrictTransport.read(header);
    }
}
