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
        out.writeBytes(value);
    }

    byte[] toBytes() {
        return out.toByteArray();
    }
}
