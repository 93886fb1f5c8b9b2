package io.bellwether.platform.egress;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Encrypts a connection, always with a full handshake: a resumed session would show neither its cost nor the certificate. */
final class TlsClient {

    record Secured(SSLSocket socket, TlsHandshake handshake) {}

    private final Authorities authorities;

    TlsClient(Authorities authorities) {
        this.authorities = authorities;
    }

    /** @param identity what to show when the server asks who we are */
    Secured secure(
            Socket raw, HostName host, int port, Purpose purpose, @Nullable ClientIdentity identity, TlsLibrary library)
            throws IOException {
        ChainJudge judge = new ChainJudge(authorities, host, purpose.strict());
        SSLSocket socket = library.wrap(raw, host.name(), port, judge, identity == null ? null : identity.keyManager());
        socket.setSSLParameters(parameters(socket.getSSLParameters(), host, purpose));
        try {
            socket.startHandshake();
        } catch (IOException e) {
            Watchdog.close(socket);
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
}
