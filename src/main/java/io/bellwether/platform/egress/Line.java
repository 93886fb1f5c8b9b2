package io.bellwether.platform.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * An open connection that the {@link Watchdog} has an eye on.
 *
 * @param socket the TCP connection
 * @param tls the same, encrypted; null in the clear
 * @param handshake how it came to be encrypted
 * @param connections how many were made until there was this one, itself included
 */
record Line(
        Socket socket,
        @Nullable TlsConnection tls,
        @Nullable TlsHandshake handshake,
        Future<?> watch,
        int connections) implements AutoCloseable {

    /** The first, in the clear. */
    Line(Socket socket, Future<?> watch) {
        this(socket, null, null, watch, 1);
    }

    InputStream input() throws IOException {
        return tls == null ? socket.getInputStream() : tls.input();
    }

    OutputStream output() throws IOException {
        return tls == null ? socket.getOutputStream() : tls.output();
    }

    /** The same connection, watched anew and up to another deadline. */
    Line until(Deadline deadline) {
        return new Line(socket, tls, handshake, Watchdog.closeAt(deadline, socket), connections);
    }

    /** The same, made after one that was given up. */
    Line afterAnother() {
        return new Line(socket, tls, handshake, watch, connections + 1);
    }

    /** Whether the handshake has settled on this application protocol (RFC 7301). */
    boolean speaks(String protocol) {
        return tls != null && protocol.equals(tls.applicationProtocol());
    }

    String address() {
        return socket.getInetAddress().getHostAddress();
    }

    /** Takes leave where it is encrypted, which frees what is held outside the heap; up to the deadline, like everything else. */
    @Override
    public void close() {
        if (tls != null) {
            Watchdog.close(tls);
        }
        Watchdog.close(socket);
        watch.cancel(false);
    }
}
