package io.bellwether.core.posture.tls;

import static io.bellwether.core.posture.Remediation.remediation;

import io.bellwether.core.posture.Category;
import io.bellwether.core.posture.CheckOutcome;
import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;
import io.bellwether.core.posture.Remediation;
import io.bellwether.core.posture.ResultCode;
import io.bellwether.core.posture.RuleSet;
import java.util.List;

/**
 * The checks beside the rating, which are ours; the guide has a grade only, and so no modifiers. Their points follow what a
 * fault lets an attacker do and how many visitors it keeps out:
 *
 * <ul>
 *   <li>30: browsers refuse, or the key can be computed (nothing newer than TLS 1.1, a key under 1024 bits, MD5);
 *   <li>12 to 20: what was said can be read by who takes the pains, where client and server agree on it (SSL 3, RC4, no encryption);
 *   <li>7 to 14: weaker than every current recommendation, without a practical attack today (SHA-1, keys under 2048 bits, no
 *       forward secrecy);
 *   <li>1 to 5: outdated offers that only outdated clients take;
 *   <li>0: for information, or counted elsewhere: trust takes its points at each handshake, in {@link HandshakeRules}.
 * </ul>
 */
final class TlsRules {

    static final String GUIDE = "https://github.com/ssllabs/research/wiki/SSL-Server-Rating-Guide";

    static final RuleSet SET = new RuleSet(
            "tls-rating-2009r",
            "TLS rating after the SSL Server Rating Guide 2009r, as far as it can be seen politely",
            GUIDE,
            List.of(
                    protocols(),
                    weakCiphers(),
                    forwardSecrecy(),
                    encryption(),
                    key(),
                    keyExchange(),
                    signature(),
                    trust(),
                    TlsExtras.stapling(),
                    TlsExtras.transparency(),
                    TlsExtras.masterSecret(),
                    TlsExtras.renegotiation(),
                    TlsExtras.applicationProtocol()));

    private TlsRules() {}

    private static CheckRule protocols() {
        return rule(
                "tls-protocols",
                "TLS protocol versions",
                "Connections to it can use outdated encryption, or visitors with a current browser cannot connect at all.",
                remediation(
                        "Enable TLS 1.2 and TLS 1.3 and disable SSL 3.0, TLS 1.0 and TLS 1.1 on every listener and"
                                + " load balancer.",
                        "Ask the vendor to switch off outdated kinds of encryption and to offer the current one.",
                        Effort.LOW),
                "https://www.rfc-editor.org/rfc/rfc8996",
                pass("tls-protocols-modern", "TLS 1.3 is spoken, and nothing older than TLS 1.2."),
                warn("tls-protocols-without-1-3", 2, "TLS 1.3 is not spoken."),
                warn("tls-protocols-outdated-offered", 5, "TLS 1.0 or TLS 1.1 is spoken besides newer versions."),
                fail("tls-protocols-ssl-3-offered", 15, "SSL 3.0 is spoken."),
                fail("tls-protocols-outdated-only", 30, "Nothing newer than TLS 1.1 is spoken: browsers refuse."));
    }

    private static CheckRule weakCiphers() {
        return rule(
                "tls-weak-ciphers",
                "Weak cipher suites",
                "Under some circumstances others can read what its visitors send.",
                remediation(
                        "Remove suites with NULL, anonymous, EXPORT, DES, RC4, 3DES and IDEA from the cipher list.",
                        "Ask the vendor to remove the outdated encryption methods that its servers still accept.",
                        Effort.LOW),
                "https://www.rfc-editor.org/rfc/rfc9325#section-4.1",
                pass("tls-weak-ciphers-none", "No weak class of suites is accepted."),
                warn("tls-weak-ciphers-64-bit", 4, "Suites with blocks of 64 bits are accepted."),
                fail("tls-weak-ciphers-rc4", 12, "Suites with RC4 are accepted."),
                fail(
                        "tls-weak-ciphers-broken",
                        20,
                        "Suites without encryption, without a proof of who the server is, or for"
                                + " export are accepted."));
    }

    private static CheckRule forwardSecrecy() {
        return rule(
                "tls-forward-secrecy",
                "Forward secrecy",
                "Who records its traffic today and steals its key later can read what was said.",
                remediation(
                        "Prefer ECDHE suites and remove those that begin with TLS_RSA_.",
                        "Ask the vendor to use encryption that stays secret even when its key is stolen one day.",
                        Effort.LOW),
                GUIDE,
                pass("tls-forward-secrecy-always", "Every suite that is accepted has forward secrecy."),
                warn(
                        "tls-forward-secrecy-preferred",
                        1,
                        "Modern clients get forward secrecy; static RSA is accepted too."),
                fail("tls-forward-secrecy-none", 8, "A modern client gets no forward secrecy."));
    }

    private static CheckRule encryption() {
        return rule(
                "tls-authenticated-encryption",
                "Authenticated encryption",
                "Its encryption is of an older make with known weak points.",
                remediation(
                        "Put AES-GCM and ChaCha20-Poly1305 suites first.",
                        "Ask the vendor to use the current encryption methods first.",
                        Effort.LOW),
                GUIDE,
                pass("tls-authenticated-encryption-used", "A modern client gets authenticated encryption."),
                warn("tls-authenticated-encryption-none", 4, "A modern client gets no authenticated encryption."));
    }

    private static CheckRule key() {
        return rule(
                "tls-key",
                "Key of the certificate",
                "Its security seal could be forged with enough computers.",
                remediation(
                        "Issue the certificate anew with ECDSA P-256 or RSA of at least 2048 bits.",
                        "Ask the vendor to renew the security seal of its site with a stronger key.",
                        Effort.LOW),
                GUIDE,
                pass("tls-key-sound", "The key is worth at least 2048 bits of RSA."),
                fail("tls-key-short", 14, "The key is worth less than 2048 bits of RSA."),
                fail("tls-key-breakable", 30, "The key is worth less than 1024 bits of RSA, or protects nothing."));
    }

    private static CheckRule keyExchange() {
        return rule(
                "tls-key-exchange",
                "Key exchange parameters",
                "The secret of a single connection could be computed by a rich attacker.",
                remediation(
                        "Use ECDHE with X25519 or P-256; where DHE stays, use ffdhe2048 or larger.",
                        "Ask the vendor to use stronger secrets for each connection.",
                        Effort.LOW),
                "https://www.rfc-editor.org/rfc/rfc7919",
                pass("tls-key-exchange-sound", "What was seen is worth at least 2048 bits of Diffie-Hellman."),
                fail("tls-key-exchange-short", 8, "A Diffie-Hellman group has less than 2048 bits."),
                fail("tls-key-exchange-breakable", 20, "A key made for the connection has less than 1024 bits."));
    }

    private static CheckRule signature() {
        return rule(
                "tls-signature",
                "Signature algorithm of the chain",
                "A forged security seal could pass for its own.",
                remediation(
                        "Issue the certificate anew, signed with SHA-256 or better all the way up.",
                        "Ask the vendor to renew the security seal of its site with a current signature.",
                        Effort.LOW),
                GUIDE,
                pass("tls-signature-sound", "No certificate of the chain is signed with a broken hash."),
                fail("tls-signature-sha-1", 8, "A certificate of the chain is signed with SHA-1."),
                fail("tls-signature-md5", 30, "A certificate of the chain is signed with MD5 or MD2."));
    }

    private static CheckRule trust() {
        return rule(
                "tls-trust",
                "Trust in the certificate",
                "Browsers warn visitors away from its site.",
                remediation(
                        "Install a current certificate of a public authority made out to this host, with all"
                                + " intermediate certificates.",
                        "Ask the vendor to put the security seal of its site in order.",
                        Effort.LOW),
                GUIDE,
                pass(TrustState.TRUSTED.code(), "The chain is complete, current, trusted and made out to the host."),
                warn(
                        TrustState.INCOMPLETE.code(),
                        0,
                        "A certificate between the server's and an authority is not sent."),
                fail(TrustState.OTHER_NAME.code(), 0, "The certificate is made out to another host."),
                fail(TrustState.UNKNOWN_AUTHORITY.code(), 0, "The chain leads to no accepted authority."),
                fail(TrustState.SELF_SIGNED.code(), 0, "The certificate vouches for itself."),
                fail(TrustState.OUTSIDE_VALIDITY.code(), 0, "A certificate of the chain is expired or not valid yet."));
    }

    static CheckRule rule(
            String id, String name, String meaning, Remediation remediation, String reference, ResultCode... codes) {
        return new CheckRule(id, Category.TLS, name, meaning, remediation, reference, List.of(codes));
    }

    static ResultCode pass(String code, String says) {
        return new ResultCode(code, CheckOutcome.PASS, 0, 0, says);
    }

    static ResultCode warn(String code, double points, String says) {
        return new ResultCode(code, CheckOutcome.WARN, 0, points, says);
    }

    static ResultCode fail(String code, double points, String says) {
        return new ResultCode(code, CheckOutcome.FAIL, 0, points, says);
    }
}
