package io.bellwether.core.posture.web;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the page leads browsers that ask for it over plain HTTP. */
final class RedirectionCheck implements PageCheck {

    private static final CheckRule RULE = new CheckRule(
            "redirection",
            Category.WEB,
            "Redirection to HTTPS",
            "Customers who type the address reach an unprotected page, where others in their network can read and change all.",
            remediation(
                    "Answer every request on port 80 with 301 to the same host over HTTPS, with a valid certificate, and"
                            + " only then to other hosts.",
                    "Ask the vendor to lead everybody who opens its site without protection to the protected one at once.",
                    Effort.LOW),
            "https://developer.mozilla.org/en-US/docs/Web/Security/Practical_implementation_guides/TLS",
            List.of(
                    Code.pass("redirection-to-https", 0, "Plain HTTP leads to the same host over HTTPS."),
                    Code.pass("redirection-not-needed-no-http", 0, "Nothing is served over plain HTTP."),
                    Code.pass(
                            "redirection-all-redirects-preloaded",
                            0,
                            "Browsers know of every host on the way that it is reached over HTTPS only."),
                    Code.fail(
                            "redirection-off-host-from-http",
                            -5,
                            "Plain HTTP leads to another host over HTTPS before the same one."),
                    Code.fail(
                            "redirection-not-to-https-on-initial-redirection",
                            -10,
                            "Plain HTTP leads to plain HTTP first, and to HTTPS only then."),
                    Code.fail("redirection-missing", -20, "The page is served over plain HTTP."),
                    Code.fail("redirection-not-to-https", -20, "Plain HTTP does not lead to HTTPS in the end."),
                    Code.fail(
                            "redirection-invalid-cert",
                            -20,
                            "Plain HTTP leads to a host whose certificate is not valid.")));

    @Override
    public CheckRule rule() {
        return RULE;
    }

    @Override
    public CheckResult judge(Look look) {
        PageEvidence.Chain plain = look.evidence().plain();
        if (plain == null) {
            return RULE.unknown("The page was not asked for over plain HTTP.");
        }
        if (plain.failure() != null && !plain.absent()) {
            return RULE.unknown(plain.failure());
        }
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put(
                "route",
                plain.hops().stream()
                        .map(PageEvidence.Hop::url)
                        .map(Text::shown)
                        .toList());
        if (!plain.hops().isEmpty()) {
            evidence.put("status", plain.hops().getLast().status());
        }
        return RULE.result(code(plain, look.evidence()), evidence);
    }

    private static String code(PageEvidence.Chain plain, PageEvidence evidence) {
        if (!plain.answered()) {
            return "redirection-not-needed-no-http";
        }
        if (!plain.verified()) {
            return "redirection-invalid-cert";
        }
        List<PageEvidence.Hop> hops = plain.hops();
        if (hops.stream().allMatch(hop -> evidence.preloaded(Address.host(hop.url())))) {
            return "redirection-all-redirects-preloaded";
        }
        if (hops.size() == 1) {
            return "redirection-missing";
        }
        if (!Address.isSecure(hops.getLast().url())) {
            return "redirection-not-to-https";
        }
        if (!Address.isSecure(hops.get(1).url())) {
            return "redirection-not-to-https-on-initial-redirection";
        }
        boolean sameHost = Address.host(hops.getFirst().url())
                .equals(Address.host(hops.get(1).url()));
        return sameHost ? "redirection-to-https" : "redirection-off-host-from-http";
    }
}
