package io.bellwether.probe.websocket;

import io.bellwether.platform.egress.Conversation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Whole messages over an open WebSocket: fragments are put together and pings answered on the way. */
final class Messages {

    /** Large enough for any answer that is looked at, small enough for hundreds at once. */
    private static final int MOST_BYTES = 1024 * 1024;

    private static final int MOST_FRAMES = 10_000;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Conversation conversation;
    private final InputStream in;

    /** @param in what comes in behind the handshake */
    Messages(Conversation conversation, InputStream in) {
        this.conversation = conversation;
        this.in = in;
    }

    void send(Opcode opcode, byte[] payload) throws IOException {
        conversation.send(Frame.of(opcode, payload).masked(RANDOM.nextInt()));
    }

    /** The next message, TEXT or BINARY, or the CLOSE that comes instead. */
    Frame next() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Opcode begun = null;
        for (int frames = 0; frames < MOST_FRAMES; frames++) {
            Frame frame = Frame.read(in, MOST_BYTES - whole.size());
            if (frame.opcode().control()) {
                if (frame.opcode() == Opcode.CLOSE) {
                    return frame;
                }
                answer(frame);
                continue;
            }
            begun = begun(begun, frame.opcode());
            whole.writeBytes(frame.payload());
            if (frame.last()) {
                return Frame.of(begun, whole.toByteArray());
            }
        }
        throw Frame.broken("frame after frame and no message");
    }

    private void answer(Frame control) throws IOException {
        if (control.opcode() == Opcode.PING) {
            send(Opcode.PONG, control.payload());
        }
    }

    private static Opcode begun(@Nullable Opcode begun, Opcode now) throws IOException {
        if (begun == null && now == Opcode.CONTINUATION) {
            throw Frame.broken("the continuation of nothing");
        }
        if (begun != null && now != Opcode.CONTINUATION) {
            throw Frame.broken("a message within a message");
        }
        return begun == null ? now : begun;
    }
}
