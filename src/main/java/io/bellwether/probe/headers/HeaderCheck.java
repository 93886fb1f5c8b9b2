package io.bellwether.probe.headers;

import static io.bellwether.core.posture.CheckOutcome.FAIL;
import static io.bellwether.core.posture.CheckOutcome.NOT_APPLICABLE;
import static io.bellwether.core.posture.CheckOutcome.PASS;
import static io.bellwether.core.posture.CheckOutcome.WARN;

import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.platform.egress.WireResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Presence and plain soundness of the security headers, one check each. */
final class HeaderCheck {

    private static final Set<String> PRIVATE_REFERRERS =
            Set.of("no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin");
    private static final Set<String> FRAMES_REFUSED = Set.of("deny", "sameorigin");
    private static final int LONGEST_EVIDENCE = 1000;

    /**
     * @param check the header's short name, {@code hsts}
     * @param evidence the header as sent, empty when absent
     * @param says one sentence for people
     */
    record Result(String check, CheckOutcome state, String evidence, String says) {}

    private HeaderCheck() {}

    static List<Result> all(WireResponse response) {
        return List.of(
                hsts(response),
                csp(response),
                contentTypeOptions(response),
                frameOptions(response),
                referrerPolicy(response),
                presence(response, "cross-origin-opener-policy"),
                presence(response, "cross-origin-resource-policy"),
                presence(response, "permissions-policy"));
    }

    static String summary(List<Result> results) {
        String bad = results.stream()
                .filter(result -> result.state() == FAIL)
                .map(Result::check)
                .collect(Collectors.joining(", "));
        return bad.isEmpty() ? "No important security header is missing." : "Missing or wrong: " + bad + ".";
    }

    private static Result hsts(WireResponse response) {
        String header = response.header("Strict-Transport-Security");
        if (!"https".equalsIgnoreCase(response.uri().getScheme())) {
            return result("hsts", NOT_APPLICABLE, header, "Over plain HTTP browsers ignore Strict-Transport-Security.");
        }
        if (header == null) {
            return result("hsts", FAIL, null, "Strict-Transport-Security is missing.");
        }
        HstsPolicy policy = HstsPolicy.parse(header);
        if (policy == null) {
            return result("hsts", FAIL, header, "Strict-Transport-Security cannot be read.");
        }
        return result("hsts", policy.state(), header, policy.words());
    }

    private static Result csp(WireResponse response) {
        String header = response.header("Content-Security-Policy");
        if (header != null) {
            return result("csp", PASS, header, "A content security policy is set.");
        }
        String reportOnly = response.header("Content-Security-Policy-Report-Only");
        return reportOnly == null
                ? result("csp", FAIL, null, "There is no content security policy.")
                : result("csp", WARN, reportOnly, "The content security policy only reports.");
    }

    private static Result contentTypeOptions(WireResponse response) {
        String header = response.header("X-Content-Type-Options");
        return "nosniff".equalsIgnoreCase(header)
                ? result("x-content-type-options", PASS, header, "Content types are not guessed.")
                : result("x-content-type-options", FAIL, header, "X-Content-Type-Options is not nosniff.");
    }

    private static Result frameOptions(WireResponse response) {
        String policy = response.header("Content-Security-Policy");
        if (policy != null && policy.toLowerCase(Locale.ROOT).contains("frame-ancestors")) {
            return result("x-frame-options", PASS, policy, "The content security policy says who may frame the page.");
        }
        String header = response.header("X-Frame-Options");
        return header != null && FRAMES_REFUSED.contains(header.strip().toLowerCase(Locale.ROOT))
                ? result("x-frame-options", PASS, header, "Other sites may not frame the page.")
                : result("x-frame-options", FAIL, header, "Any site may frame the page.");
    }

    /** Browsers take the last policy they know; without any they have a private one of their own. */
    private static Result referrerPolicy(WireResponse response) {
        String header = response.header("Referrer-Policy");
        if (header == null) {
            return result("referrer-policy", WARN, null, "Referrer-Policy is left to the browser.");
        }
        String last = Stream.of(header.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .filter(token -> !token.isEmpty())
                .reduce("", (_, token) -> token);
        return PRIVATE_REFERRERS.contains(last)
                ? result("referrer-policy", PASS, header, "Addresses are not passed on in full.")
                : result("referrer-policy", FAIL, header, "Addresses may be passed on to other sites.");
    }

    private static Result presence(WireResponse response, String name) {
        String header = response.header(name);
        return header == null
                ? result(name, WARN, null, name + " is not set.")
                : result(name, PASS, header, name + " is set.");
    }

    private static Result result(String check, CheckOutcome state, @Nullable String header, String says) {
        String evidence = header == null ? "" : header;
        return new Result(check, state, evidence.substring(0, Math.min(evidence.length(), LONGEST_EVIDENCE)), says);
    }
}
