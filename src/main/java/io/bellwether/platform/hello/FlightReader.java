package io.bellwether.platform.hello;

import io.bellwether.platform.hello.ServerFlight.End;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes a server's answer apart, record by record and message by message, each byte once. */
public final class FlightReader {

    /** What is read at most. Certificate chains of honest servers have a tenth of it. */
    public static final int MOST_BYTES = 64 * 1024;

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int LARGEST_RECORD = (1 << 14) + 2048;
    private static final int WARNING = 1;
    private static final int CLOSE_NOTIFY = 0;

    private final InputStream in;
    private final Answer answer = new Answer();
    private int taken;
    private byte[] messages = new byte[4096];
    private int begin;
    private int end;

    private FlightReader(InputStream in) {
        this.in = in;
    }

    /** Never throws: what comes is told, up to where it could be read. */
    public static ServerFlight read(InputStream in) {
        return new FlightReader(in).read();
    }

    private ServerFlight read() {
        try {
            while (!answer.complete()) {
                ServerFlight last = record();
                if (last != null) {
                    return last;
                }
            }
            return answer.flight(End.COMPLETE, null, null);
        } catch (Malformed e) {
            return answer.flight(End.MALFORMED, e.what(), null);
        } catch (IOException e) {
            return answer.flight(End.BROKEN_OFF, "the connection broke off", null);
        }
    }

    /** Reads one; what is returned is the last word. */
    private @Nullable ServerFlight record() throws IOException, Malformed {
        if (taken + 5 > MOST_BYTES) {
            return answer.flight(End.TOO_LONG, "its answer is longer than " + MOST_BYTES + " bytes", null);
        }
        byte[] header = next(5);
        if (header.length < 5) {
            return hungUp();
        }
        int type = header[0] & 0xff;
        int length = (header[3] & 0xff) << 8 | (header[4] & 0xff);
        if ((type != ALERT && type != HANDSHAKE) || header[1] != 3 || length > LARGEST_RECORD) {
            throw new Malformed("what it says is not TLS");
        }
        if (taken + length > MOST_BYTES) {
            return answer.flight(End.TOO_LONG, "its answer is longer than " + MOST_BYTES + " bytes", null);
        }
        byte[] content = next(length);
        if (content.length < length) {
            return hungUp();
        }
        if (type == ALERT) {
            return alert(content);
        }
        append(content);
        readMessages();
        return null;
    }

    private byte[] next(int length) throws IOException {
        taken += length;
        return in.readNBytes(length);
    }

    private ServerFlight hungUp() {
        return answer.flight(End.BROKEN_OFF, "it hung up", null);
    }

    /** A warning, such as that it does not know the name, is followed by the rest. */
    private @Nullable ServerFlight alert(byte[] content) throws Malformed {
        if (content.length != 2) {
            throw new Malformed("an alert has not two bytes");
        }
        int what = content[1] & 0xff;
        boolean mere = content[0] == WARNING && what != CLOSE_NOTIFY && !Alerts.refuses(what);
        return mere ? null : answer.flight(End.ALERT, "it answered " + Alerts.name(what), what);
    }

    private void append(byte[] content) {
        if (end + content.length > messages.length) {
            messages = Arrays.copyOf(messages, Math.max(messages.length * 2, end + content.length));
        }
        System.arraycopy(content, 0, messages, end, content.length);
        end += content.length;
    }

    private void readMessages() throws Malformed {
        while (end - begin >= 4 && !answer.complete()) {
            Cursor cursor = new Cursor(messages, begin, end);
            int type = cursor.u8();
            int length = cursor.u24();
            if (length > MOST_BYTES) {
                throw new Malformed("a message is longer than any honest one");
            }
            if (cursor.left() < length) {
                return;
            }
            answer.take(type, cursor.part(length));
            begin += 4 + length;
        }
    }
}
