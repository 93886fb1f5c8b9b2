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

/** Encrypts a connection, always with a full handshake: a resumed session would show neither its cost nor the certificate. */
final class TlsClient {

    record Secured(SSLSocket socket, TlsHandshake handshake) {}

    private final Authorities authorities;

    TlsClient(Authorities authorities) {
        this.authorities = authorities;
    }

    /** @param identity what to show when the server asks who we are */
    Secured secure(Socket raw, HostName host, int port, Purpose purpose, @Nullable ClientIdentity identity)
            throws IOException {
        ChainJudge judge = new ChainJudge(authorities, host, purpose.strict());
        SSLSocket socket =
                (SSLSocket) context(judge, identity).getSocketFactory().createSocket(raw, host.name(), port, true);
        socket.setSSLParameters(parameters(socket.getSSLParameters(), host, purpose));
        try {
            socket.startHandshake();
        } catch (IOException e) {
            Fault fault = purpose.strict() ? judge.fault() : null;
            throw fault == null ? e : fault;
        }
        return new Secured(
                socket,
                judge.handshake(
                        socket.getSession().getProtocol(), socket.getSession().getCipherSuite()));
    }

    private static SSLParameters parameters(SSLParameters parameters, HostName host, Purpose purpose) {
        parameters.setServerNames(
                host.literal() == null
                        ? List.of(new SNIHostName(host.name().getBytes(StandardCharsets.US_ASCII)))
                        : List.of());
        parameters.setApplicationProtocols(purpose.protocols());
        return parameters;
    }

    /** A context of its own per handshake keeps sessions from being resumed. */
    private static SSLContext context(ChainJudge judge, @Nullable ClientIdentity identity) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] ours = identity == null ? null : new KeyManager[] {identity.keyManager()};
            context.init(ours, new TrustManager[] {judge}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this platform has no TLS", e);
        }
    }
}
