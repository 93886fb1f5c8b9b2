package io.bellwether.platform.hello;

import java.util.Arrays;

/** Reads numbers and vectors from a part of an array, never beyond its end. */
final class Cursor {

    private final byte[] bytes;
    private int position;
    private final int end;

    Cursor(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.position = from;
        this.end = end;
    }

    boolean hasMore() {
        return position < end;
    }

    int left() {
        return end - position;
    }

    int u8() throws Malformed {
        require(1);
        return bytes[position++] & 0xff;
    }

    int u16() throws Malformed {
        return u8() << 8 | u8();
    }

    int u24() throws Malformed {
        return u8() << 16 | u16();
    }

    byte[] take(int length) throws Malformed {
        require(length);
        byte[] taken = Arrays.copyOfRange(bytes, position, position + length);
        position += length;
        return taken;
    }

    /** The next so many bytes, to be read by themselves. */
    Cursor part(int length) throws Malformed {
        require(length);
        Cursor part = new Cursor(bytes, position, position + length);
        position += length;
        return part;
    }

    private void require(int length) throws Malformed {
        if (length > end - position) {
            throw new Malformed("A length goes beyond the end.");
        }
    }
}
