package io.bellwether.probe.grpc;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The two messages of {@code grpc.health.v1.Health/Check}, in as much protobuf as they need: a text as field 1 of the
 * request, an enumeration as field 1 of the response.
 */
final class Health {

    static final String PATH = "/grpc.health.v1.Health/Check";

    private static final int TEXT_FIELD_1 = (1 << 3) | 2;
    private static final int NUMBER_FIELD_1 = 1 << 3;
    private static final int MOST_VARINT_BYTES = 10;

    /** What a service may say of itself; in the order of the protocol's numbers. */
    enum Serving {
        UNKNOWN,
        SERVING,
        NOT_SERVING,
        SERVICE_UNKNOWN
    }

    private Health() {}

    /** The request, behind gRPC's prefix of five bytes: not compressed, and so long. */
    static byte[] request(String service) {
        byte[] name = service.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        if (name.length > 0) {
            message.write(TEXT_FIELD_1);
            writeVarint(message, name.length);
            message.writeBytes(name);
        }
        return ByteBuffer.allocate(1 + Integer.BYTES + message.size())
                .put((byte) 0)
                .putInt(message.size())
                .put(message.toByteArray())
                .array();
    }

    /** What the response says, null when it is none that can be read. */
    static @Nullable Serving response(ByteBuffer body) {
        try {
            boolean compressed = body.get() != 0;
            if (compressed || body.getInt() != body.remaining()) {
                return null;
            }
            long status = 0;
            while (body.hasRemaining()) {
                long tag = varint(body);
                if (tag == NUMBER_FIELD_1) {
                    status = varint(body);
                } else {
                    skip(body, (int) tag & 7);
                }
            }
            return status >= 0 && status < Serving.values().length ? Serving.values()[(int) status] : null;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            return null;
        }
    }

    private static void skip(ByteBuffer message, int wireType) {
        long length = switch (wireType) {
            case 0 -> varint(message) * 0;
            case 1 -> Long.BYTES;
            case 2 -> varint(message);
            case 5 -> Integer.BYTES;
            default -> throw new IllegalArgumentException("unknown wire type " + wireType);
        };
        if (length < 0 || length > message.remaining()) {
            throw new BufferUnderflowException();
        }
        message.position(message.position() + (int) length);
    }

    private static long varint(ByteBuffer message) {
        long value = 0;
        for (int i = 0; i < MOST_VARINT_BYTES; i++) {
            byte next = message.get();
            value |= (long) (next & 0x7F) << (7 * i);
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("an endless number");
    }

    private static void writeVarint(ByteArrayOutputStream message, int value) {
        int rest = value;
        while (rest > 0x7F) {
            message.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        message.write(rest);
    }
}
