package io.bellwether.probe.headers;

import io.bellwether.platform.egress.TlsHandshake;
import io.bellwether.platform.egress.TlsHandshake.Trust;

/** Whether browsers would take a certificate. */
final class Certificates {

    private Certificates() {}

    static boolean good(TlsHandshake handshake) {
        return handshake.trust() == Trust.TRUSTED && handshake.hostMatches();
    }
}
