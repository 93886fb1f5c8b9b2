package io.bellwether.probe.websocket;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.Conversation;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Fault;
import io.bellwether.platform.egress.HttpHead;
import io.bellwether.platform.egress.Talk;
import io.bellwether.probe.Printable;
import io.bellwether.probe.TextPattern;
import io.bellwether.probe.websocket.WebSocketProbe.Settings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One WebSocket's life: handshake, message, answer, close. */
final class Exchange implements Talk<Exchange.Heard> {

    private static final int LONGEST_QUOTE = 300;

    /** How long a server may take to say goodbye. */
    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private static final byte[] NORMAL_CLOSURE = {0x03, (byte) 0xE8};

    /**
     * What was heard.
     *
     * @param messages how many messages came, the expected one included
     * @param message the beginning of the expected one, empty when none was expected
     * @param closed whether the server has answered our close
     */
    record Heard(int messages, String message, boolean closed) {}

    private final Settings settings;
    private final Deadline deadline;
    private final @Nullable TextPattern pattern;
    private int messages;

    Exchange(Settings settings, Deadline deadline) {
        this.settings = settings;
        this.deadline = deadline;
        this.pattern = settings.expectMatches() == null ? null : new TextPattern(settings.expectMatches());
    }

    @Override
    public Heard hold(Conversation conversation) throws IOException {
        Handshake handshake = Handshake.of(settings);
        conversation.send(handshake.request());
        HttpHead answer = HttpHead.read(conversation.in());
        handshake.check(answer);
        Messages socket = new Messages(conversation, new BufferedInputStream(answer.rest()));
        if (settings.send() != null) {
            socket.send(Opcode.TEXT, settings.send().getBytes(StandardCharsets.UTF_8));
        }
        String expected = settings.expects() ? expected(socket) : "";
        conversation.over(FAREWELL);
        return new Heard(messages, Printable.start(expected, LONGEST_QUOTE), closes(socket));
    }

    private String expected(Messages socket) throws IOException {
        String last = "";
        try {
            while (true) {
                Frame message = socket.next();
                if (message.opcode() == Opcode.CLOSE) {
                    throw hungUp(message, last);
                }
                messages++;
                last = text(message);
                if (fits(last)) {
                    return last;
                }
            }
        } catch (Fault known) {
            throw known;
        } catch (IOException e) {
            if (messages > 0 && deadline.passed()) {
                throw Fault.theirs(Cause.DEADLINE, "The expected message did not come in time" + lastOne(last));
            }
            throw e;
        }
    }

    private boolean fits(String message) throws Fault {
        String contains = settings.expectContains();
        if (contains != null && !message.contains(contains)) {
            return false;
        }
        if (pattern == null) {
            return true;
        }
        return switch (pattern.in(message)) {
            case FOUND -> true;
            case NOT_FOUND -> false;
            case TOO_COSTLY ->
                throw Fault.ours(
                        Cause.INTERNAL,
                        "The pattern '" + settings.expectMatches()
                                + "' takes too long on these messages; make it simpler.");
        };
    }

    private static String text(Frame message) throws Fault {
        if (message.opcode() == Opcode.BINARY) {
            return new String(message.payload(), StandardCharsets.UTF_8);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(message.payload()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Frame.broken("text that is not UTF-8");
        }
    }

    private static Fault hungUp(Frame close, String last) {
        byte[] payload = close.payload();
        if (payload.length < Short.BYTES) {
            return Fault.theirs(Cause.CONNECTION_RESET, "The server closed the WebSocket" + lastOne(last));
        }
        int code = ByteBuffer.wrap(payload).getShort() & 0xFFFF;
        String why = new String(payload, Short.BYTES, payload.length - Short.BYTES, StandardCharsets.UTF_8);
        String words = why.isEmpty() ? "" : " ('" + Printable.start(why, LONGEST_QUOTE) + "')";
        return Fault.theirs(
                Cause.CONNECTION_RESET, "The server closed the WebSocket with code " + code + words + lastOne(last));
    }

    private static String lastOne(String last) {
        return last.isEmpty() ? "." : "; before, it sent '" + Printable.start(last, 100) + "'.";
    }

    /** Whether the server answers our close as it should (RFC 6455, 7); whatever it does instead harms nobody any more. */
    private static boolean closes(Messages socket) {
        Deadline farewell = Deadline.in(FAREWELL);
        try {
            socket.send(Opcode.CLOSE, NORMAL_CLOSURE);
            while (!farewell.passed()) {
                if (socket.next().opcode() == Opcode.CLOSE) {
                    return true;
                }
            }
        } catch (IOException e) {
            return false;
        }
        return false;
    }
}
