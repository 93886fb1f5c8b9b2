package io.bellwether.platform.egress;

import java.io.IOException;
import java.net.Socket;
import org.conscrypt.Conscrypt;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who does the work of a TLS handshake. No session of another connection is ever resumed. */
sealed interface TlsLibrary permits BoringSsl, PlatformTls {

    /** The virtual machine's own: the careful one, whose errors say most. */
    TlsLibrary PLATFORM = platform(null);

    /** BoringSSL, which takes less than half of the processor time; the platform's where it cannot be loaded. */
    TlsLibrary FASTEST = fastest();

    /** The platform's, showing who we are to a server that asks. */
    static TlsLibrary platform(@Nullable ClientIdentity identity) {
        return new PlatformTls(identity);
    }

    /** TLS over a socket, before the handshake. */
    TlsConnection over(Socket raw, HostName host, int port, Purpose purpose, ChainJudge judge) throws IOException;

    private static TlsLibrary fastest() {
        if (Conscrypt.isAvailable()) {
            return new BoringSsl();
        }
        Logger.getLogger(TlsLibrary.class)
                .info(
                        "BoringSSL cannot be loaded on this machine; TLS is done by the virtual machine, at twice the cost.");
        return PLATFORM;
    }
}
