package io.bellwether.platform.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

/** TLS as the virtual machine does it by itself. */
record SocketTls(SSLSocket socket) implements TlsConnection {

    @Override
    public void shakeHands() throws IOException {
        socket.startHandshake();
    }

    @Override
    public SSLSession session() {
        return socket.getSession();
    }

    @Override
    public String applicationProtocol() {
        return Objects.requireNonNullElse(socket.getApplicationProtocol(), "");
    }

    @Override
    public InputStream input() throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream output() throws IOException {
        return socket.getOutputStream();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
