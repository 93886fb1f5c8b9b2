package io.bellwether.core.posture.web;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import java.util.List;
import java.util.Set;

/** Whether the page takes in files of others that do not allow it. */
final class EmbedderPolicyCheck {

    private static final CheckRule RULE = new CheckRule(
            "cross-origin-embedder-policy",
            Category.WEB,
            "Cross-Origin-Embedder-Policy",
            "The page may take in files of other sites that were not meant for it, which lets one spy on the other.",
            remediation(
                    "Send Cross-Origin-Embedder-Policy: require-corp or credentialless once all files the page takes in allow it.",
                    "Ask the vendor to take in only those files of other sites that are meant to be taken in.",
                    Effort.HIGH),
            "https://developer.mozilla.org/en-US/docs/Web/HTTP/Reference/Headers/Cross-Origin-Embedder-Policy",
            List.of(
                    Code.pass("coep-implemented-with-require-corp", 10, "Files of others must allow to be taken in."),
                    Code.pass(
                            "coep-implemented-with-credentialless",
                            10,
                            "Files of others are asked for without the visitor's rights."),
                    Code.pass(
                            "coep-implemented-with-unsafe-none",
                            0,
                            "Any file may be taken in, which is said on purpose."),
                    Code.pass("coep-not-implemented", 0, "Cross-Origin-Embedder-Policy is left to the browser."),
                    Code.fail(
                            "coep-header-invalid",
                            -5,
                            "Cross-Origin-Embedder-Policy has a value that browsers do not know, or several.")));

    static final PageCheck CHECK = new TokenHeader(
            RULE, "cross-origin-embedder-policy", "coep", Set.of("require-corp", "credentialless", "unsafe-none"));

    private EmbedderPolicyCheck() {}
}
