package io.bellwether.platform.egress;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.Future;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.jspecify.annotations.Nullable;

/**
 * An open connection that the {@link Watchdog} has an eye on.
 *
 * @param socket the TCP connection
 * @param tls the same, encrypted; null in the clear
 * @param handshake how it came to be encrypted
 */
record Line(
        Socket socket, @Nullable SSLSocket tls, @Nullable TlsHandshake handshake, Future<?> watch)
        implements AutoCloseable {

    void bind(DefaultBHttpClientConnection connection) throws IOException {
        if (tls == null) {
            connection.bind(socket);
        } else {
            connection.bind(tls, socket);
        }
    }

    InputStream input() throws IOException {
        return tls == null ? socket.getInputStream() : tls.getInputStream();
    }

    OutputStream output() throws IOException {
        return tls == null ? socket.getOutputStream() : tls.getOutputStream();
    }

    /** The same connection, watched anew and up to another deadline. */
    Line until(Deadline deadline) throws IOException {
        socket.setSoTimeout(Math.clamp(deadline.remaining().toMillis(), 1, Integer.MAX_VALUE));
        return new Line(socket, tls, handshake, Watchdog.closeAt(deadline, socket));
    }

    String address() {
        return socket.getInetAddress().getHostAddress();
    }

    @Override
    public void close() {
        watch.cancel(false);
        Watchdog.close(socket);
        if (tls != null) {
            // Frees what it holds outside the heap; the peer hears nothing of it.
            Watchdog.close(tls);
        }
    }
}
