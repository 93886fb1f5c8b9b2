package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.PhaseClock.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionReuseStrategy;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.DefaultConnectionReuseStrategy;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.util.Timeout;

/** A connection on which one exchange of HTTP/1.1 may follow the other (RFC 9112, 9.3). */
final class Http1Line {

    static final int MAX_INTERIM_ANSWERS = 5;
    static final int MAX_HEADERS = 200;
    static final Http1Config LIMITS = Http1Config.custom()
            .setBufferSize(4 * 1024)
            // The library refuses as many as it is told, not one more.
            .setMaxHeaderCount(MAX_HEADERS + 1)
            .setMaxLineLength(16 * 1024)
            .setMaxEmptyLineCount(10)
            .build();

    /** Whoever arrives meanwhile may find another certificate and another machine. */
    private static final Duration OLDEST = Duration.ofHours(1);

    private static final ConnectionReuseStrategy REUSE = DefaultConnectionReuseStrategy.INSTANCE;
    private static final Timeout MOMENT = Timeout.ofMilliseconds(1);

    private final Connection connection = new Connection();

    private final long opened = System.nanoTime();
    private Line line;
    private boolean reused;
    private boolean clean;

    Http1Line(Line line) throws IOException {
        this.line = line;
        connection.bind(line);
    }

    InetAddress address() {
        return line.socket().getInetAddress();
    }

    Hop.Answer exchange(ClassicHttpRequest message, WireRequest request, PhaseClock clock)
            throws IOException, HttpException {
        clock.begin(Phase.FIRST_BYTE);
        clean = false;
        send(message);
        if (connection.isDataAvailable(Timeout.DISABLED)) {
            clock.begin(Phase.TRANSFER);
        }
        ClassicHttpResponse response = receiveHeader();
        SortedMap<String, List<String>> headers = Hop.headers(response);
        boolean unread = Hop.isFollowed(request, response.getCode(), headers);
        Body body = unread || Hop.isBare(request, response.getCode()) ? Body.EMPTY : receiveBody(response, request);
        clean = !unread && request.route().reuse() && REUSE.keepAlive(message, response, HttpCoreContext.create());
        return new Hop.Answer(response.getCode(), headers, body, line.address(), line.handshake(), reused);
    }

    /** Lays it down until it is taken up again; false when it is of no use any more. */
    boolean rest() {
        return clean
                && System.nanoTime() - opened < OLDEST.toNanos()
                && line.watch().cancel(false);
    }

    /** Takes it up again; false when it has died or something came that nobody had asked for. */
    boolean wake(Deadline deadline) {
        reused = true;
        clean = false;
        try {
            if (connection.isStale() || connection.isDataAvailable(MOMENT)) {
                return false;
            }
            line = line.until(deadline);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void close() {
        line.close();
    }

    private void send(ClassicHttpRequest message) throws IOException, HttpException {
        connection.sendRequestHeader(message);
        if (message.getEntity() != null) {
            connection.sendRequestEntity(message);
        }
        connection.flush();
    }

    private ClassicHttpResponse receiveHeader() throws IOException, HttpException {
        for (int interim = 0; interim <= MAX_INTERIM_ANSWERS; interim++) {
            ClassicHttpResponse response = connection.receiveResponseHeader();
            if (response.getCode() == 101) {
                throw Fault.theirs(Cause.PROTOCOL_ERROR, "The server switches to a protocol that was not asked for.");
            }
            if (response.getCode() >= 200) {
                return response;
            }
        }
        throw Fault.theirs(Cause.PROTOCOL_ERROR, "The server sends nothing but interim answers.");
    }

    private Body receiveBody(ClassicHttpResponse response, WireRequest request) throws IOException, HttpException {
        connection.receiveResponseEntity(response);
        return BodyReader.read(response.getEntity(), request.maxBody(), request.cut());
    }

    /** With a parser of ours, since the limits that the library passes to one are its own. */
    private static final class Connection extends DefaultBHttpClientConnection {

        Connection() {
            super(LIMITS, null, null, null, null, null, _ -> new HeadParser());
        }

        void bind(Line line) throws IOException {
            bind(new SocketHolder(line.socket()) {
                @Override
                protected InputStream getInputStream(Socket socket) throws IOException {
                    return line.input();
                }

                @Override
                protected OutputStream getOutputStream(Socket socket) throws IOException {
                    return line.output();
                }
            });
        }
    }
}
