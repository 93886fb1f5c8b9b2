package io.bellwether.platform.egress;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.net.ssl.SSLSession;

/** The client's side of TLS over a connected socket, which stays the caller's. For one thread at a time. */
interface TlsConnection extends Closeable {

    /** Comes first. */
    void shakeHands() throws IOException;

    SSLSession session();

    /** What the handshake has settled on (RFC 7301); empty when on nothing. */
    String applicationProtocol();

    /** Not buffered beyond one record. */
    InputStream input() throws IOException;

    OutputStream output() throws IOException;

    /** Takes leave of the server, and frees what is held outside the heap. */
    @Override
    void close() throws IOException;
}
