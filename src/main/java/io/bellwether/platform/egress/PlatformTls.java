package io.bellwether.platform.egress;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The virtual machine's own TLS.
 *
 * @param identity what to show when the server asks who we are
 */
record PlatformTls(@Nullable ClientIdentity identity) implements TlsLibrary {

    /** A context of its own per connection keeps sessions from being resumed. */
    @Override
    public TlsConnection over(Socket raw, HostName host, int port, Purpose purpose, ChainJudge judge)
            throws IOException {
        SSLSocket socket = (SSLSocket) context(judge).getSocketFactory().createSocket(raw, host.name(), port, true);
        socket.setSSLParameters(parameters(socket.getSSLParameters(), host, purpose));
        return new SocketTls(socket);
    }

    private static SSLParameters parameters(SSLParameters parameters, HostName host, Purpose purpose) {
        parameters.setServerNames(
                host.literal() == null
                        ? List.of(new SNIHostName(host.name().getBytes(StandardCharsets.US_ASCII)))
                        : List.of());
        parameters.setApplicationProtocols(purpose.protocols());
        return parameters;
    }

    private SSLContext context(ChainJudge judge) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] ours = identity == null ? null : new KeyManager[] {identity.keyManager()};
            context.init(ours, new TrustManager[] {new Judging(() -> judge)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform has no TLS", e);
        }
    }
}
