package io.bellwether.platform.egress;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSession;

/** Encrypts a connection, always with a full handshake: a resumed session would show neither its cost nor the certificate. */
final class TlsClient {

    record Secured(TlsConnection connection, TlsHandshake handshake) {}

    private final Authorities authorities;

    TlsClient(Authorities authorities) {
        this.authorities = authorities;
    }

    Secured secure(Socket raw, HostName host, int port, Purpose purpose, TlsLibrary library) throws IOException {
        ChainJudge judge = new ChainJudge(authorities, host, purpose.strict());
        TlsConnection connection = library.over(raw, host, port, purpose, judge);
        try {
            connection.shakeHands();
        } catch (IOException e) {
            Watchdog.close(connection);
            Fault fault = purpose.strict() ? judge.fault() : null;
            throw fault == null ? e : fault;
        }
        SSLSession session = connection.session();
        return new Secured(connection, judge.handshake(session.getProtocol(), session.getCipherSuite()));
    }
}
