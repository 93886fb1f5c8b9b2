package io.bellwether.core.posture.tls;

import io.bellwether.core.PostureEvidence;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep over a server's TLS saw.
 *
 * @param target {@code host:port}
 * @param looks one for each address that was looked at; only the first was asked for everything
 * @param addressesLeft the host's further addresses, which were not looked at
 * @param connections how many were opened
 * @param unknown why nothing could be seen, one sentence; null when something was
 */
public record TlsEvidence(
        String target,
        Instant observedAt,
        List<TlsLook> looks,
        List<String> addressesLeft,
        int connections,
        @Nullable String unknown)
        implements PostureEvidence {

    public static final String KIND = "tls";

    public TlsEvidence {
        looks = List.copyOf(looks);
        addressesLeft = List.copyOf(addressesLeft);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Without the addresses, which change their order at each look, and without what they left to chance. */
    @Override
    public TlsEvidence steady() {
        return new TlsEvidence(
                target, observedAt, looks.stream().map(TlsEvidence::nameless).toList(), List.of(), 0, unknown);
    }

    private static TlsLook nameless(TlsLook look) {
        return new TlsLook(
                "",
                look.versions(),
                look.classes(),
                look.handshake(),
                look.chain(),
                look.stapled(),
                look.timestamps(),
                look.protocol(),
                look.extendedMasterSecret(),
                look.secureRenegotiation(),
                look.pageSeen(),
                look.strictTransportSecurity());
    }
}
