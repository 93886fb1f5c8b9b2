package io.bellwether.probe.websocket;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A frame on the wire (RFC 6455, 5.2). */
final class Frame {

    private static final int FINAL = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;
    private static final int SHORT = 125;
    private static final int TWO_BYTES = 126;
    private static final int MASK_LENGTH = 4;

    private final boolean last;
    private final Opcode opcode;
    private final byte[] payload;

    private Frame(boolean last, Opcode opcode, byte[] payload) {
        this.last = last;
        this.opcode = opcode;
        this.payload = payload;
    }

    /** A whole message, or a control frame. */
    static Frame of(Opcode opcode, byte[] payload) {
        return new Frame(true, opcode, payload);
    }

    /**
     * Reads a server's frame.
     *
     * @param max how many bytes it may hold
     * @throws IOException when it breaks the protocol, is longer, or does not end
     */
    static Frame read(InputStream in, int max) throws IOException {
        int first = octet(in);
        int second = octet(in);
        Opcode opcode =
                Opcode.of(first & 0xF).orElseThrow(() -> broken("a frame of the unknown kind " + (first & 0xF)));
        if ((first & RESERVED) != 0) {
            throw broken("a frame of an extension that was not agreed on");
        }
        if ((second & MASKED) != 0) {
            throw broken("a masked frame, which only clients may");
        }
        boolean last = (first & FINAL) != 0;
        if (opcode.control() && (!last || second > SHORT)) {
            throw broken("a control frame that is too long or in pieces");
        }
        return new Frame(last, opcode, payload(in, length(in, second), max));
    }

    boolean last() {
        return last;
    }

    Opcode opcode() {
        return opcode;
    }

    byte[] payload() {
        return payload;
    }

    /** The bytes a client sends, each combined with one of the mask's four (RFC 6455, 5.3). */
    byte[] masked(int mask) {
        ByteBuffer bytes = ByteBuffer.allocate(2 + Long.BYTES + MASK_LENGTH + payload.length);
        bytes.put((byte) ((last ? FINAL : 0) | opcode.code()));
        if (payload.length <= SHORT) {
            bytes.put((byte) (MASKED | payload.length));
        } else if (payload.length <= 0xFFFF) {
            bytes.put((byte) (MASKED | TWO_BYTES)).putShort((short) payload.length);
        } else {
            bytes.put((byte) (MASKED | (TWO_BYTES + 1))).putLong(payload.length);
        }
        bytes.putInt(mask);
        for (int i = 0; i < payload.length; i++) {
            bytes.put((byte) (payload[i] ^ (mask >> (8 * (3 - i % MASK_LENGTH)))));
        }
        byte[] sent = new byte[bytes.position()];
        bytes.flip().get(sent);
        return sent;
    }

    static Fault broken(String what) {
        return Fault.theirs(Cause.PROTOCOL_ERROR, "The server breaks the WebSocket protocol: it sent " + what + ".");
    }

    private static long length(InputStream in, int indicated) throws IOException {
        if (indicated <= SHORT) {
            return indicated;
        }
        long length = 0;
        for (int octets = indicated == TWO_BYTES ? Short.BYTES : Long.BYTES; octets > 0; octets--) {
            length = (length << Byte.SIZE) | octet(in);
        }
        if (length < 0) {
            throw broken("a frame of an impossible length");
        }
        return length;
    }

    private static byte[] payload(InputStream in, long length, int max) throws IOException {
        if (length > max) {
            throw Fault.ours(
                    Cause.BODY_TOO_LARGE,
                    "The message was not read: it is longer than the megabyte that is looked at.");
        }
        byte[] payload = in.readNBytes((int) length);
        if (payload.length < length) {
            throw new EOFException();
        }
        return payload;
    }

    private static int octet(InputStream in) throws IOException {
        int octet = in.read();
        if (octet < 0) {
            throw new EOFException();
        }
        return octet;
    }
}
