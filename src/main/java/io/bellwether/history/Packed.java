package io.bellwether.history;

import java.io.ByteArrayOutputStream;

/** Writes non-negative numbers in as few bytes as they need (LEB128), and byte strings with their length. */
final class Packed {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void number(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("negative: " + value);
        }
        long rest = value;
        while (rest > 0x7f) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    void bytes(byte[] value) {
        number(value.length);
        raw(value);
    }

    /** Bytes whose length is known when they are read. */
    void raw(byte[] value) {
        out.writeBytes(value);
    }

    /** One byte, of the eight lowest bits. */
    void octet(int value) {
        out.write(value);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
