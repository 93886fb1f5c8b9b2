package io.bellwether.core.posture.tls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The certificates that a server sent, and what a careful client thought of them at that time.
 *
 * @param certificates as sent, the server's own first; never empty
 * @param names that the server's own is made out to, the first hundred
 * @param nameMatches whether one of them is the host that was asked for (RFC 9525)
 * @param trusted whether it led to an accepted authority; null where a certificate outside its validity kept that from being told
 * @param distrust why not, one sentence
 * @param complete whether nothing was missing between the server's own and an authority; null when that could not be told
 * @param timestamps how many signed certificate timestamps the server's own certificate holds (RFC 6962)
 * @param revocationAddress whether it names a service to ask for its revocation (OCSP)
 */
public record TlsChain(
        List<TlsCertificate> certificates,
        List<String> names,
        boolean nameMatches,
        @Nullable Boolean trusted,
        @Nullable String distrust,
        @Nullable Boolean complete,
        int timestamps,
        boolean revocationAddress) {

    public TlsChain {
        certificates = List.copyOf(certificates);
        names = List.copyOf(names);
    }

    /** The server's own. */
    TlsCertificate own() {
        return certificates.getFirst();
    }
}
