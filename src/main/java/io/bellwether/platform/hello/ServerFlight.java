package io.bellwether.platform.hello;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered to a hello, as far as it can be read without a key: up to TLS 1.2 everything until it has finished,
 * in TLS 1.3 its choice only.
 *
 * @param end how it ended
 * @param words what ended it where that was not as it should be, without a full stop; null otherwise
 * @param version what it chose, null when it chose nothing
 * @param suite what it chose; null without a version
 * @param group in which keys would be agreed on, a number of {@link NamedGroups}; null when it names none
 * @param keyBits of the key that it made for this connection alone: of a Diffie-Hellman prime or of an RSA key for export
 * @param certificates as sent, DER
 * @param stapled whether it sent a proof that its certificate is not revoked (RFC 6066, 8)
 * @param timestamps how many signed certificate timestamps it sent outside the certificate (RFC 6962, 3.3.1)
 * @param protocol of the application, null when it named none (RFC 7301)
 * @param alert null when it sent none that ended the talk
 */
public record ServerFlight(
        End end,
        @Nullable String words,
        @Nullable Integer version,
        @Nullable Integer suite,
        @Nullable Integer group,
        @Nullable Integer keyBits,
        List<byte[]> certificates,
        boolean stapled,
        int timestamps,
        @Nullable String protocol,
        boolean extendedMasterSecret,
        boolean secureRenegotiation,
        @Nullable Integer alert) {

    /** How an answer ended. */
    public enum End {
        /** It is the client's turn. */
        COMPLETE,
        ALERT,
        /** The server hung up, or our time for it was over. */
        BROKEN_OFF,
        /** It is longer than any honest one. */
        TOO_LONG,
        /** It is not TLS. */
        MALFORMED
    }

    public ServerFlight {
        certificates = List.copyOf(certificates);
    }
}
