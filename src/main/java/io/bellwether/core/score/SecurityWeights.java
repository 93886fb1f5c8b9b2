package io.bellwether.core.score;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The weights of security checks, part of {@link RuleSet}: what breaks the connection or lets it be read weighs most, then
 * what protects users of a page that has a flaw, then what only keeps secrets tidy.
 */
public final class SecurityWeights {

    /**
     * An incident grave enough to be reported says more than any header; half a year later much of it is mended.
     */
    static final double INCIDENT_POINTS = 30;

    static final Duration INCIDENT_HALF_LIFE = Duration.ofDays(180);

    private static final List<SecurityWeight> ALL = List.of(
            new SecurityWeight(
                    "tls-certificate-expiry",
                    40,
                    10,
                    "TLS certificate expiry",
                    "The security seal that proves its site is genuine has run out or is about to.",
                    "Once expired, browsers and programs refuse to connect: an outage with a known date."),
            new SecurityWeight(
                    "tls-chain",
                    35,
                    15,
                    "TLS certificate chain",
                    "Browsers cannot confirm who vouches for its site.",
                    "Nobody can tell the vendor from an impostor; many clients refuse."),
            new SecurityWeight(
                    "tls-host-name",
                    35,
                    15,
                    "TLS certificate host name",
                    "The security seal of its site is made out to someone else.",
                    "Clients refuse as with a broken chain."),
            new SecurityWeight(
                    "tls-protocol",
                    15,
                    5,
                    "TLS protocol version",
                    "Connections to it use outdated encryption.",
                    "Old versions have known attacks; browsers have dropped them."),
            new SecurityWeight(
                    "header-hsts",
                    12,
                    6,
                    "Strict-Transport-Security header",
                    "Visitors can be led to an unencrypted copy of its site.",
                    "The HTTP Observatory takes 20 for a missing and 10 for a short one, out of more checks than these."),
            new SecurityWeight(
                    "header-csp",
                    10,
                    4,
                    "Content-Security-Policy header",
                    "Its pages have no safety net against injected code.",
                    "A second line of defence; many good services lack it, so it weighs less than HSTS here."),
            new SecurityWeight(
                    "header-x-frame-options",
                    6,
                    3,
                    "X-Frame-Options header or CSP frame-ancestors",
                    "Its pages can be hidden inside a fake site to steal clicks.",
                    "Needs a second trick to hurt."),
            new SecurityWeight(
                    "header-x-content-type-options",
                    4,
                    2,
                    "X-Content-Type-Options header",
                    "Browsers may misread files from it as programs.",
                    "Modern browsers block most of it by themselves."),
            new SecurityWeight(
                    "header-referrer-policy",
                    3,
                    0,
                    "Referrer-Policy header",
                    "Addresses of its pages may leak to other sites.",
                    "Absent is fine, browsers' own default is careful; only a careless policy counts."),
            reported("header-cross-origin-opener-policy"),
            reported("header-cross-origin-resource-policy"),
            reported("header-permissions-policy"));

    private static final Map<String, SecurityWeight> BY_SIGNAL =
            ALL.stream().collect(Collectors.toUnmodifiableMap(SecurityWeight::signal, Function.identity()));

    private SecurityWeights() {}

    public static List<SecurityWeight> all() {
        return ALL;
    }

    /** The signals of the checks that weigh something: those every vendor with a web page should have an answer to. */
    static Set<String> expected() {
        return ALL.stream()
                .filter(weight -> weight.fail() > 0)
                .map(SecurityWeight::signal)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Of a check that is not in the table: little, because nobody has argued for more. */
    public static SecurityWeight of(String signal) {
        SecurityWeight known = BY_SIGNAL.get(signal);
        return known != null
                ? known
                : new SecurityWeight(
                        signal, 3, 1, signal, "A check of its security found a weakness.", "Not in the table.");
    }

    private static SecurityWeight reported(String signal) {
        return new SecurityWeight(
                signal,
                0,
                0,
                signal,
                "A finer safety setting of its pages is missing.",
                "Few sites set it and no public rating takes points for its absence: reported only.");
    }
}
