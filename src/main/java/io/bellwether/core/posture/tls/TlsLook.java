package io.bellwether.core.posture.tls;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one address of a host showed.
 *
 * @param versions one answer for each version that was asked for, the newest first; empty when only the certificate was looked at
 * @param classes one answer for each class of weak cipher suites
 * @param handshake what a browser's handshake came to; support is UNKNOWN when there was none
 * @param chain null when none was seen
 * @param stapled whether a proof came along that the certificate is not revoked; null when that could not be seen, as in TLS 1.3
 * @param timestamps how many signed certificate timestamps came along beside the certificate
 * @param protocol of the application that it chose from {@code h2} and {@code http/1.1}; null when it chose none
 * @param extendedMasterSecret up to TLS 1.2 (RFC 7627), null when it speaks TLS 1.3 only
 * @param secureRenegotiation up to TLS 1.2 whether it says that it renegotiates securely (RFC 5746)
 * @param pageSeen whether it answered a request for its first page by something else than an error, or by one with the header
 * @param strictTransportSecurity the header of that answer, null when it has none
 */
public record TlsLook(
        String address,
        List<TlsAnswer> versions,
        List<TlsAnswer> classes,
        TlsAnswer handshake,
        @Nullable TlsChain chain,
        @Nullable Boolean stapled,
        int timestamps,
        @Nullable String protocol,
        @Nullable Boolean extendedMasterSecret,
        @Nullable Boolean secureRenegotiation,
        boolean pageSeen,
        @Nullable String strictTransportSecurity) {

    public TlsLook {
        versions = List.copyOf(versions);
        classes = List.copyOf(classes);
    }
}
