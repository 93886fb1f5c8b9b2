package io.bellwether.core.posture.web;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import java.util.List;
import java.util.Set;

/** Whether pages that open this one, or that it opens, keep a hold on it. */
final class OpenerPolicyCheck {

    private static final CheckRule RULE = new CheckRule(
            "cross-origin-opener-policy",
            Category.WEB,
            "Cross-Origin-Opener-Policy",
            "A page that opened the vendor's in another window can steer that window and watch what the customer does there.",
            remediation(
                    "Send Cross-Origin-Opener-Policy: same-origin, or same-origin-allow-popups where pop-ups of others are needed.",
                    "Ask the vendor to cut the tie between its pages and the windows of other sites.",
                    Effort.MEDIUM),
            "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cross-Origin-Opener-Policy",
            List.of(
                    Code.pass(
                            "coop-implemented-with-same-origin",
                            10,
                            "Only pages of the same origin keep a hold on it."),
                    Code.pass(
                            "coop-implemented-with-same-origin-allow-popups",
                            10,
                            "Pages of the same origin and pop-ups keep a hold on it."),
                    Code.pass("coop-implemented-with-noopener-allow-popups", 10, "Only pop-ups keep a hold on it."),
                    Code.pass(
                            "coop-implemented-with-unsafe-none",
                            0,
                            "Any page may keep a hold on it, which is said on purpose."),
                    Code.pass("coop-not-implemented", 0, "Cross-Origin-Opener-Policy is left to the browser."),
                    Code.fail(
                            "coop-header-invalid",
                            -5,
                            "Cross-Origin-Opener-Policy has a value that browsers do not know, or several.")));

    static final PageCheck CHECK = new TokenHeader(
            RULE,
            "cross-origin-opener-policy",
            "coop",
            Set.of("same-origin", "same-origin-allow-popups", "noopener-allow-popups", "unsafe-none"));

    private OpenerPolicyCheck() {}
}
