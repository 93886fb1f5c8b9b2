package io.bellwether.platform.egress;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.conscrypt.Conscrypt;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Who does the work of a TLS handshake. */
final class TlsLibrary {

    /** The virtual machine's own: the careful one, whose errors say most. */
    static final TlsLibrary PLATFORM = new TlsLibrary(null);

    /** BoringSSL, which takes less than half of the processor time; the platform's where it cannot be loaded. */
    static final TlsLibrary FASTEST = fastest();

    private final @Nullable Provider conscrypt;

    private TlsLibrary(@Nullable Provider conscrypt) {
        this.conscrypt = conscrypt;
    }

    private static TlsLibrary fastest() {
        if (!Conscrypt.isAvailable()) {
            Logger.getLogger(TlsLibrary.class)
                    .info(
                            "BoringSSL cannot be loaded on this machine; TLS is done by the virtual machine, at twice the cost.");
            return PLATFORM;
        }
        return new TlsLibrary(
                Conscrypt.newProviderBuilder().provideTrustManager(false).build());
    }

    /** The client's side of a connection over a socket, before its handshake; sessions of other connections are not resumed. */
    SSLSocket wrap(Socket raw, String host, int port, TrustManager judge, @Nullable KeyManager identity)
            throws IOException {
        SSLSocketFactory sockets = context(judge, identity).getSocketFactory();
        if (conscrypt != null) {
            // The other way reads in native code, where a virtual thread would hold its carrier while it waits.
            Conscrypt.setUseEngineSocket(sockets, true);
        }
        return (SSLSocket) sockets.createSocket(raw, host, port, true);
    }

    /** A context of its own per handshake keeps sessions from being resumed. */
    private SSLContext context(TrustManager judge, @Nullable KeyManager identity) {
        try {
            SSLContext context =
                    conscrypt == null ? SSLContext.getInstance("TLS") : SSLContext.getInstance("TLS", conscrypt);
            KeyManager[] ours = identity == null ? null : new KeyManager[] {identity};
            context.init(ours, new TrustManager[] {judge}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform has no TLS", e);
        }
    }
}
