package io.bellwether.core.posture.tls;

import static io.bellwether.core.posture.Remediation.remediation;
import static io.bellwether.core.posture.tls.TlsRules.pass;
import static io.bellwether.core.posture.tls.TlsRules.rule;
import static io.bellwether.core.posture.tls.TlsRules.warn;

import io.bellwether.core.posture.CheckRule;
import io.bellwether.core.posture.Effort;

/** The checks of {@link TlsRules} that look at extensions of the protocol. */
final class TlsExtras {

    private TlsExtras() {}

    static CheckRule stapling() {
        return rule(
                "tls-stapling",
                "OCSP stapling",
                "Browsers that want to know whether its security seal was withdrawn must ask a third party.",
                remediation(
                        "Switch on OCSP stapling, unless the authority no longer runs a responder.",
                        "Nothing to ask for: this is for information only.",
                        Effort.LOW),
                "https://www.rfc-editor.org/rfc/rfc6066#section-8",
                pass("tls-stapling-stapled", "A revocation status is stapled to the handshake."),
                warn("tls-stapling-missing", 0, "The certificate names a responder, but no status is stapled."));
    }

    static CheckRule transparency() {
        return rule(
                "tls-transparency",
                "Certificate transparency",
                "Its security seal is not entered in the public books in which forged ones are found.",
                remediation(
                        "Use a certificate with embedded timestamps of at least two logs, as every public authority"
                                + " issues by default.",
                        "Ask the vendor for a security seal from a public authority that records it openly.",
                        Effort.LOW),
                "https://www.rfc-editor.org/rfc/rfc6962",
                pass("tls-transparency-logged", "At least two logs vouch that the certificate is published."),
                warn("tls-transparency-missing", 0, "Fewer than two logs vouch that the certificate is published."));
    }

    static CheckRule masterSecret() {
        return rule(
                "tls-ems",
                "Extended master secret",
                "One of the finer protections of older encryption is not switched on.",
                remediation(
                        "Update the TLS library: every supported one knows the extended master secret.",
                        "Ask the vendor whether the software that encrypts its connections is up to date.",
                        Effort.MEDIUM),
                "https://www.rfc-editor.org/rfc/rfc7627",
                pass("tls-ems-supported", "The extended master secret is agreed on."),
                warn("tls-ems-missing", 1, "The extended master secret is not supported."));
    }

    static CheckRule renegotiation() {
        return rule(
                "tls-renegotiation",
                "Secure renegotiation",
                "Others could slip a request of their own into a visitor's connection.",
                remediation(
                        "Update the TLS library or switch on secure renegotiation (RFC 5746).",
                        "Ask the vendor whether the software that encrypts its connections is up to date.",
                        Effort.MEDIUM),
                "https://www.rfc-editor.org/rfc/rfc5746",
                pass("tls-renegotiation-secure", "The server says that it renegotiates securely."),
                warn("tls-renegotiation-silent", 3, "The server does not say that it renegotiates securely."));
    }

    static CheckRule applicationProtocol() {
        return rule(
                "tls-alpn",
                "Application protocol (ALPN)",
                "Its pages load somewhat slower than they could.",
                remediation(
                        "Switch on HTTP/2 where web pages are served.",
                        "Nothing to ask for: this is for information only.",
                        Effort.LOW),
                "https://www.rfc-editor.org/rfc/rfc7301",
                pass("tls-alpn-http-2", "The server chooses HTTP/2."),
                pass("tls-alpn-http-1", "The server chooses HTTP/1.1."),
                warn("tls-alpn-none", 0, "The server chooses no protocol in the handshake."));
    }
}
