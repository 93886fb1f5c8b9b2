package io.bellwether.platform.egress;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one TLS handshake showed.
 *
 * @param protocol as the platform names it: {@code TLSv1.3}
 * @param cipher the suite's IANA name
 * @param chain as sent, the server's own certificate first; never empty
 * @param trust whether the chain leads to an accepted authority now
 * @param distrust why it does not, null when it does
 * @param incomplete whether it is not trusted because a certificate is missing between the last one sent and an authority
 * @param hostMatches whether the server's certificate names the host that was asked for (RFC 9525)
 */
public record TlsHandshake(
        String protocol,
        String cipher,
        List<X509Certificate> chain,
        Trust trust,
        @Nullable String distrust,
        boolean incomplete,
        boolean hostMatches) {

    /** How a chain stands with the accepted authorities. */
    public enum Trust {
        TRUSTED,
        /** A certificate of the chain is past its end or before its begin; nothing is said about the rest. */
        OUTSIDE_VALIDITY,
        UNTRUSTED
    }

    /** The server's own certificate. */
    public X509Certificate certificate() {
        return chain.getFirst();
    }
}
