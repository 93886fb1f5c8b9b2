package io.bellwether.probe.grpc;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.Conversation;
import io.bellwether.platform.egress.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.config.H2Setting;
import org.apache.hc.core5.http2.frame.DefaultFrameFactory;
import org.apache.hc.core5.http2.frame.FrameFactory;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.http2.impl.io.FrameInputBuffer;
import org.apache.hc.core5.http2.impl.io.FrameOutputBuffer;
import org.apache.hc.core5.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One small request and its small answer over HTTP/2 (RFC 9113): a single stream, no priorities, no pushes, and never more
 * than the first windows hold, so that there is no flow to control.
 */
final class Http2Exchange {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final FrameFactory FRAMES = DefaultFrameFactory.INSTANCE;
    private static final int STREAM = 1;
    private static final int MAX_FRAME = 16 * 1024;
    private static final int MAX_HEADERS = 32 * 1024;
    private static final int MAX_BODY = 32 * 1024;
    private static final int MOST_FRAMES = 1_000;
    private static final int PRIORITY_FIELDS = 5;

    private final Conversation conversation;
    private final FrameInputBuffer input = new FrameInputBuffer(MAX_FRAME);
    private final HPackDecoder decoder = new HPackDecoder(4_096, StandardCharsets.ISO_8859_1);
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private final Http2Answer answer = new Http2Answer();
    private boolean ending;
    private boolean ended;

    Http2Exchange(Conversation conversation) {
        this.conversation = conversation;
        decoder.setMaxListSize(MAX_HEADERS);
    }

    /**
     * @param headers pseudo-headers first; at most a frame's worth
     * @param body at most a frame's worth
     */
    Http2Answer call(List<? extends Header> headers, byte[] body) throws IOException {
        ByteArrayBuffer packed = new ByteArrayBuffer(512);
        new HPackEncoder(0, StandardCharsets.ISO_8859_1).encodeHeaders(packed, headers, false);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(PREFACE);
        request.writeBytes(bytes(FRAMES.createSettings(
                new H2Setting(H2Param.ENABLE_PUSH, 0), new H2Setting(H2Param.MAX_HEADER_LIST_SIZE, MAX_HEADERS))));
        request.writeBytes(
                bytes(FRAMES.createHeaders(STREAM, ByteBuffer.wrap(packed.array(), 0, packed.length()), true, false)));
        request.writeBytes(bytes(FRAMES.createData(STREAM, ByteBuffer.wrap(body), true)));
        conversation.send(request.toByteArray());
        greeted(first());
        for (int frames = 0; !ended && frames < MOST_FRAMES; frames++) {
            receive(input.read(conversation.in()));
        }
        if (!ended) {
            throw broken("it sends frame after frame and no answer");
        }
        return answer;
    }

    private RawFrame first() throws IOException {
        try {
            return input.read(conversation.in());
        } catch (H2ConnectionException e) {
            throw Fault.theirs(Cause.PROTOCOL_ERROR, "The server does not speak HTTP/2.");
        }
    }

    private void greeted(RawFrame frame) throws IOException {
        if (!frame.isType(FrameType.SETTINGS) || frame.isFlagSet(FrameFlag.ACK)) {
            throw Fault.theirs(Cause.PROTOCOL_ERROR, "The server does not speak HTTP/2.");
        }
        receive(frame);
    }

    private void receive(RawFrame frame) throws IOException {
        FrameType type = FrameType.valueOf(frame.getType());
        if (block.size() > 0 && type != FrameType.CONTINUATION) {
            throw broken("it breaks off its headers");
        }
        // Frames of types that are not known are to be ignored (RFC 9113, 4.1).
        switch (type) {
            case HEADERS -> headers(own(frame), content(frame));
            case CONTINUATION -> headers(own(frame), bytes(frame.getPayload()));
            case DATA -> data(own(frame));
            case SETTINGS -> {
                if (!frame.isFlagSet(FrameFlag.ACK)) {
                    conversation.send(bytes(FRAMES.createSettingsAck()));
                }
            }
            case PING -> {
                if (!frame.isFlagSet(FrameFlag.ACK)) {
                    conversation.send(bytes(FRAMES.createPingAck(ByteBuffer.wrap(bytes(frame.getPayload())))));
                }
            }
            case RST_STREAM ->
                throw Fault.theirs(
                        Cause.CONNECTION_RESET, "The server gave up the call: " + error(number(own(frame), 0)) + ".");
            case GOAWAY -> {
                if (number(frame, 0) < STREAM) {
                    throw Fault.theirs(
                            Cause.CONNECTION_RESET,
                            "The server went away without an answer: " + error(number(frame, Integer.BYTES)) + ".");
                }
            }
            case PUSH_PROMISE -> throw broken("it pushes what nobody asked for");
            case null, default -> {}
        }
    }

    private void headers(RawFrame frame, byte[] fragment) throws IOException {
        ending |= frame.isType(FrameType.HEADERS) && frame.isFlagSet(FrameFlag.END_STREAM);
        block.writeBytes(fragment);
        if (block.size() > MAX_HEADERS) {
            throw Fault.theirs(Cause.HEADERS_TOO_LARGE, "The server's headers are too many or too long.");
        }
        if (!frame.isFlagSet(FrameFlag.END_HEADERS)) {
            return;
        }
        try {
            answer.add(decoder.decodeHeaders(ByteBuffer.wrap(block.toByteArray())));
        } catch (HttpException | RuntimeException e) {
            // The decoder has no exception of its own for indexes that lead nowhere.
            throw broken("its headers cannot be read: " + e.getMessage());
        }
        block.reset();
        ended = ending;
    }

    private void data(RawFrame frame) throws IOException {
        byte[] content = content(frame);
        if (answer.size() + content.length > MAX_BODY) {
            throw Fault.ours(Cause.BODY_TOO_LARGE, "The answer was not read: it is too long for a state of health.");
        }
        answer.add(content);
        ended = frame.isFlagSet(FrameFlag.END_STREAM);
    }

    private static RawFrame own(RawFrame frame) throws Fault {
        if (frame.getStreamId() != STREAM) {
            throw broken("it answers on a stream that was not opened");
        }
        return frame;
    }

    /** A frame's payload without what pads it or ranks it. */
    private static byte[] content(RawFrame frame) throws Fault {
        ByteBuffer content = frame.getPayloadContent();
        if (content == null) {
            return new byte[0];
        }
        if (frame.isType(FrameType.HEADERS) && frame.isFlagSet(FrameFlag.PRIORITY)) {
            if (content.remaining() < PRIORITY_FIELDS) {
                throw broken("a frame is too short");
            }
            content.position(content.position() + PRIORITY_FIELDS);
        }
        return bytes(content);
    }

    private static int number(RawFrame frame, int at) throws Fault {
        ByteBuffer payload = frame.getPayload();
        if (payload == null || payload.remaining() < at + Integer.BYTES) {
            throw broken("a frame is too short");
        }
        return payload.getInt(payload.position() + at);
    }

    private static byte[] bytes(@Nullable ByteBuffer buffer) {
        byte[] bytes = new byte[buffer == null ? 0 : buffer.remaining()];
        if (buffer != null) {
            buffer.duplicate().get(bytes);
        }
        return bytes;
    }

    private static byte[] bytes(RawFrame frame) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new FrameOutputBuffer(MAX_FRAME).write(frame, bytes);
        return bytes.toByteArray();
    }

    private static String error(int code) {
        H2Error error = H2Error.getByCode(code);
        return error == null ? "error " + code : error.name();
    }

    private static Fault broken(String how) {
        return Fault.theirs(Cause.PROTOCOL_ERROR, "The server breaks HTTP/2: " + how + ".");
    }
}
