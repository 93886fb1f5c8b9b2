package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.PhaseClock.Phase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.http.Header;
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
import org.apache.hc.core5.http2.hpack.HPackException;
import org.apache.hc.core5.http2.hpack.HeaderListConstraintException;
import org.apache.hc.core5.http2.impl.io.FrameInputBuffer;
import org.apache.hc.core5.http2.impl.io.FrameOutputBuffer;
import org.apache.hc.core5.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer over HTTP/2 (RFC 9113): a single stream, no pushes, no priorities. The window is opened as wide as
 * the body may be, so nothing comes that would have to wait; what is sent fits into the window that every server starts with.
 */
final class Http2Exchange {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final FrameFactory FRAMES = DefaultFrameFactory.INSTANCE;
    private static final int STREAM = 1;
    private static final int FIRST_WINDOW = 65_535;
    private static final int MAX_FRAME = 16 * 1024;
    private static final int MAX_HEADERS = 64 * 1024;
    private static final int MOST_EMPTY_FRAMES = 1_000;
    private static final int PRIORITY_FIELDS = 5;

    private final InputStream in;
    private final OutputStream out;
    private final PhaseClock clock;
    private final int maxBody;

    private final FrameInputBuffer frames = new FrameInputBuffer(MAX_FRAME);
    private final HPackDecoder decoder = new HPackDecoder(4_096, StandardCharsets.ISO_8859_1);
    private final ByteArrayOutputStream block = new ByteArrayOutputStream();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final List<Header> trailers = new ArrayList<>();
    private @Nullable List<Header> headers;
    private boolean ending;
    private boolean ended;

    /** @param maxBody how many bytes of the answer to take, as they come */
    Http2Exchange(InputStream in, OutputStream out, PhaseClock clock, int maxBody) {
        this.in = in;
        this.out = out;
        this.clock = clock;
        this.maxBody = maxBody;
        decoder.setMaxListSize(MAX_HEADERS);
    }

    /** @param request pseudo-headers first, names in lower case */
    Http2Answer exchange(List<? extends Header> request, byte[] content) throws IOException {
        if (content.length > FIRST_WINDOW) {
            throw Fault.ours(Cause.NOT_CONFIGURED, "Over HTTP/2 a body may have 65535 bytes; take protocol HTTP1.");
        }
        clock.begin(Phase.FIRST_BYTE);
        send(request, content);
        greeted();
        int empty = 0;
        while (!ended) {
            if (empty > MOST_EMPTY_FRAMES) {
                throw broken("it sends frame after frame and no end");
            }
            int before = body.size();
            receive(next());
            empty += body.size() == before ? 1 : 0;
        }
        if (headers == null) {
            throw broken("it ends its answer without headers");
        }
        return new Http2Answer(List.copyOf(headers), List.copyOf(trailers), new Body(body.toByteArray()));
    }

    private void send(List<? extends Header> request, byte[] content) throws IOException {
        ByteArrayBuffer packed = new ByteArrayBuffer(512);
        new HPackEncoder(0, StandardCharsets.ISO_8859_1).encodeHeaders(packed, request, false);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(PREFACE);
        write(
                all,
                FRAMES.createSettings(
                        new H2Setting(H2Param.ENABLE_PUSH, 0),
                        new H2Setting(H2Param.INITIAL_WINDOW_SIZE, maxBody + MAX_FRAME),
                        new H2Setting(H2Param.MAX_HEADER_LIST_SIZE, MAX_HEADERS)));
        write(all, FRAMES.createWindowUpdate(0, maxBody + MAX_FRAME));
        boolean bare = content.length == 0;
        for (int at = 0; at == 0 || at < packed.length(); at += MAX_FRAME) {
            int length = Math.min(MAX_FRAME, packed.length() - at);
            ByteBuffer part = ByteBuffer.wrap(packed.array(), at, length);
            boolean last = at + length == packed.length();
            write(
                    all,
                    at == 0
                            ? FRAMES.createHeaders(STREAM, part, last, bare)
                            : FRAMES.createContinuation(STREAM, part, last));
        }
        for (int at = 0; at < content.length; at += MAX_FRAME) {
            int length = Math.min(MAX_FRAME, content.length - at);
            write(all, FRAMES.createData(STREAM, ByteBuffer.wrap(content, at, length), at + length == content.length));
        }
        out.write(all.toByteArray());
        out.flush();
    }

    private void greeted() throws IOException {
        RawFrame frame;
        try {
            frame = next();
        } catch (H2ConnectionException e) {
            throw broken("it does not greet");
        }
        if (!frame.isType(FrameType.SETTINGS) || frame.isFlagSet(FrameFlag.ACK)) {
            throw broken("it does not greet");
        }
        receive(frame);
    }

    private RawFrame next() throws IOException {
        return frames.read(in);
    }

    private void receive(RawFrame frame) throws IOException {
        FrameType type = FrameType.valueOf(frame.getType());
        if (block.size() > 0 && type != FrameType.CONTINUATION) {
            throw broken("it breaks off its headers");
        }
        // Frames of unknown types are to be ignored (RFC 9113, 4.1).
        switch (type) {
            case HEADERS -> fragment(own(frame), content(frame));
            case CONTINUATION -> fragment(own(frame), bytes(frame.getPayload()));
            case DATA -> data(own(frame));
            case SETTINGS -> answer(frame, FRAMES.createSettingsAck());
            case PING -> answer(frame, FRAMES.createPingAck(ByteBuffer.wrap(opaque(frame))));
            case RST_STREAM ->
                throw Fault.theirs(
                        Cause.CONNECTION_RESET,
                        "The server broke off its answer over HTTP/2: " + error(number(own(frame), 0)) + ".");
            case GOAWAY -> {
                if (number(frame, 0) < STREAM) {
                    throw Fault.theirs(
                            Cause.CONNECTION_RESET,
                            "The server went away without an answer over HTTP/2: " + error(number(frame, Integer.BYTES))
                                    + ".");
                }
            }
            case PUSH_PROMISE -> throw broken("it pushes what nobody asked for");
            case null, default -> {}
        }
    }

    private void answer(RawFrame frame, RawFrame acknowledgement) throws IOException {
        if (!frame.isFlagSet(FrameFlag.ACK)) {
            write(out, acknowledgement);
            out.flush();
        }
    }

    private void fragment(RawFrame frame, byte[] fragment) throws IOException {
        if (headers == null && block.size() == 0) {
            clock.begin(Phase.TRANSFER);
        }
        ending |= frame.isType(FrameType.HEADERS) && frame.isFlagSet(FrameFlag.END_STREAM);
        block.writeBytes(fragment);
        if (block.size() > MAX_HEADERS) {
            throw tooLarge();
        }
        if (frame.isFlagSet(FrameFlag.END_HEADERS)) {
            List<Header> decoded = decoded();
            block.reset();
            // An interim answer comes before the answer, a trailer after it; neither is it.
            if (headers != null) {
                trailers.addAll(decoded);
            } else if (!isInterim(decoded)) {
                headers = decoded;
            }
            ended = ending;
        }
    }

    private List<Header> decoded() throws IOException {
        try {
            return new ArrayList<>(decoder.decodeHeaders(ByteBuffer.wrap(block.toByteArray())));
        } catch (HPackException | RuntimeException e) {
            // The decoder has no exception of its own for indexes that lead nowhere.
            throw e instanceof HeaderListConstraintException ? tooLarge() : broken("its headers cannot be read");
        }
    }

    private void data(RawFrame frame) throws IOException {
        byte[] content = content(frame);
        if (headers == null) {
            throw broken("it sends a body before its headers");
        }
        if (body.size() + content.length > maxBody) {
            throw BodyReader.tooLarge(maxBody, "there is more");
        }
        body.writeBytes(content);
        ended = frame.isFlagSet(FrameFlag.END_STREAM);
    }

    private static boolean isInterim(List<Header> headers) {
        return headers.stream()
                .anyMatch(header ->
                        header.getName().equals(":status") && header.getValue().startsWith("1"));
    }

    private static RawFrame own(RawFrame frame) throws Fault {
        if (frame.getStreamId() != STREAM) {
            throw broken("it answers on a stream that was not opened");
        }
        return frame;
    }

    /** A frame's payload without what pads it or ranks it. */
    private static byte[] content(RawFrame frame) throws Fault {
        byte[] content = bytes(frame.getPayloadContent());
        if (!frame.isType(FrameType.HEADERS) || !frame.isFlagSet(FrameFlag.PRIORITY)) {
            return content;
        }
        if (content.length < PRIORITY_FIELDS) {
            throw broken("a frame is too short");
        }
        return Arrays.copyOfRange(content, PRIORITY_FIELDS, content.length);
    }

    private static byte[] opaque(RawFrame ping) throws Fault {
        byte[] payload = bytes(ping.getPayload());
        if (payload.length != Long.BYTES) {
            throw broken("a ping does not have its eight bytes");
        }
        return payload;
    }

    private static int number(RawFrame frame, int at) throws Fault {
        byte[] payload = bytes(frame.getPayload());
        if (payload.length < at + Integer.BYTES) {
            throw broken("a frame is too short");
        }
        return ByteBuffer.wrap(payload).getInt(at);
    }

    private static String error(int code) {
        H2Error error = H2Error.getByCode(code);
        return error == null ? "error " + code : error.name();
    }

    private static byte[] bytes(@Nullable ByteBuffer buffer) {
        byte[] bytes = new byte[buffer == null ? 0 : buffer.remaining()];
        if (buffer != null) {
            buffer.duplicate().get(bytes);
        }
        return bytes;
    }

    private static void write(OutputStream out, RawFrame frame) throws IOException {
        new FrameOutputBuffer(MAX_FRAME).write(frame, out);
    }

    private static Fault tooLarge() {
        return Fault.theirs(Cause.HEADERS_TOO_LARGE, "The headers over HTTP/2 are too many or too long.");
    }

    private static Fault broken(String how) {
        return Fault.theirs(Cause.PROTOCOL_ERROR, "The server breaks HTTP/2: " + how + ".");
    }
}
