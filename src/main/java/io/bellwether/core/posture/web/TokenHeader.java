package io.bellwether.core.posture.web;

import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.CheckRule;
import java.util.Map;
import java.util.Set;

/**
 * Judges a header that is a structured field of one token (HTML, 7.1.3 and 7.1.4); two headers, or a string, are none.
 *
 * @param prefix of the rule's codes
 * @param known the tokens that browsers know
 */
record TokenHeader(CheckRule rule, String header, String prefix, Set<String> known) implements PageCheck {

    @Override
    public CheckResult judge(Look look) {
        String value = look.header(header);
        if (value == null) {
            return rule.result(prefix + "-not-implemented", Map.of());
        }
        String policy = StructuredToken.read(value);
        return rule.result(
                policy != null && known.contains(policy)
                        ? prefix + "-implemented-with-" + policy
                        : prefix + "-header-invalid",
                Map.of("header", Text.shown(value)));
    }
}
