package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.PhaseClock.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import org.apache.hc.core5.http.Header;

/**
 * An open connection for a talk of several turns, timed as it goes: the first byte is waited for from the last one sent before
 * it, everything after it is transfer. Closed at the deadline, whoever is speaking. Not for several threads.
 */
public final class Conversation {

    private final Dialer dialer;
    private final HostName host;
    private final PhaseClock clock;
    private Line line;
    private boolean answered;
    private boolean over;
    private double millis;

    Conversation(Dialer dialer, HostName host, PhaseClock clock, Line line) {
        this.dialer = dialer;
        this.host = host;
        this.clock = clock;
        this.line = line;
    }

    /** What has come in, as it comes in; not buffered. */
    public InputStream in() {
        return new Inbound();
    }

    /** @throws IOException when the other side does not take it */
    public void send(byte[] bytes) throws IOException {
        if (!answered && !over) {
            clock.begin(Phase.FIRST_BYTE);
        }
        line.output().write(bytes);
        line.output().flush();
        if (!answered && !over) {
            clock.begin(Phase.FIRST_BYTE);
        }
    }

    /**
     * One exchange of HTTP/2, if nothing has been said before. Headers and body of the request must not be large (64 KiB).
     *
     * @param request pseudo-headers first, names in lower case
     * @param maxBody how many bytes of the answer to take; a longer one is a failure
     * @throws IOException when no complete answer came
     */
    public Http2Answer exchange(List<? extends Header> request, byte[] content, int maxBody) throws IOException {
        answered = true;
        return new Http2Exchange(line.input(), line.output(), clock, maxBody).exchange(request, content);
    }

    /**
     * Goes on encrypted. Nothing may have been read that was sent behind the agreement to do so.
     *
     * @throws IOException when no handshake comes about, or a careful client would refuse the certificate
     */
    public void secure() throws IOException {
        if (line.tls() != null) {
            throw Fault.ours(Cause.INTERNAL, "The connection is encrypted already.");
        }
        line = dialer.secure(line, host, Purpose.TALK, clock);
        clock.begin(Phase.TRANSFER);
    }

    /** Ends the timing; what is said from now on is courtesy, and each read waits at most this long. */
    public void over(Duration patience) throws IOException {
        end();
        line.socket().setSoTimeout(Math.clamp(patience.toMillis(), 1, Integer.MAX_VALUE));
    }

    /** Whether the handshake has settled on this application protocol (RFC 7301). */
    public boolean speaks(String protocol) {
        return line.speaks(protocol);
    }

    /** What the talk came to, with what there is to say of the connection. */
    <T> Talked<T> talked(T result) {
        end();
        return new Talked<>(result, line.address(), line.handshake(), clock.phases(), millis);
    }

    private void end() {
        if (!over) {
            clock.end();
            millis = clock.millis();
            over = true;
        }
    }

    private void listen() {
        if (!answered && !over && clock.running() == null) {
            clock.begin(Phase.FIRST_BYTE);
        }
    }

    private void heard(int bytes) {
        if (!answered && !over && bytes > 0) {
            answered = true;
            clock.begin(Phase.TRANSFER);
        }
    }

    private final class Inbound extends InputStream {

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            listen();
            int read = line.input().read(buffer, offset, length);
            heard(read);
            return read;
        }
    }
}
