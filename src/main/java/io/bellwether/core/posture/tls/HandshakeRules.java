package io.bellwether.core.posture.tls;

import static io.bellwether.core.posture.Remediation.remediation;
import static io.bellwether.core.posture.tls.TlsRules.fail;
import static io.bellwether.core.posture.tls.TlsRules.pass;
import static io.bellwether.core.posture.tls.TlsRules.rule;
import static io.bellwether.core.posture.tls.TlsRules.warn;

import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import io.bellwether.core.posture.RuleSet;
import java.util.List;

/**
 * What every ordinary handshake is judged by, many times a day: what keeps visitors out at once. Nothing judges kept evidence by
 * it; it says what each state of these checks weighs and means.
 */
public final class HandshakeRules {

    /** Their codes are the outcomes in lower case. */
    public static final RuleSet SET = new RuleSet(
            "tls-handshake-1",
            "What an ordinary TLS handshake shows",
            "https://www.rfc-editor.org/rfc/rfc9325",
            List.of(expiry(), chain(), hostName()));

    private HandshakeRules() {}

    /** Once expired, browsers and programs refuse to connect: an outage with a known date. */
    private static CheckRule expiry() {
        return rule(
                "tls-certificate-expiry",
                "TLS certificate expiry",
                "The security seal that proves its site is genuine has run out or is about to.",
                remediation(
                        "Renew the certificate and automate renewal with a third of its lifetime left.",
                        "Ask the vendor to renew the security seal of its site now and to have that done"
                                + " automatically.",
                        Effort.LOW),
                "https://www.rfc-editor.org/rfc/rfc5280#section-4.1.2.5",
                pass("pass", "The certificate is current, and there is time enough to renew it."),
                warn("warn", 10, "The certificate has not been renewed when it was due."),
                fail("fail", 40, "The certificate has expired, is not valid yet, or is about to expire."));
    }

    /** Nobody can tell the vendor from an impostor; many clients refuse. */
    private static CheckRule chain() {
        return rule(
                "tls-chain",
                "TLS certificate chain",
                "Browsers cannot confirm who vouches for its site.",
                remediation(
                        "Send the certificate of a public authority with every intermediate certificate.",
                        "Ask the vendor to install the security seal of its site completely.",
                        Effort.LOW),
                "https://www.rfc-editor.org/rfc/rfc5280#section-6",
                pass("pass", "The chain leads to an accepted authority."),
                fail("fail", 35, "The chain leads to no accepted authority."));
    }

    /** Clients refuse as with a broken chain. */
    private static CheckRule hostName() {
        return rule(
                "tls-host-name",
                "TLS certificate host name",
                "The security seal of its site is made out to someone else.",
                remediation(
                        "Issue a certificate whose subject alternative names hold this host.",
                        "Ask the vendor for a security seal that is made out to exactly this address.",
                        Effort.LOW),
                "https://www.rfc-editor.org/rfc/rfc9525",
                pass("pass", "The certificate is made out to the host."),
                fail("fail", 35, "The certificate is made out to another host."));
    }
}
