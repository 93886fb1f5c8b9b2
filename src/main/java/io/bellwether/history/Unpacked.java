package io.bellwether.history;

import java.util.Arrays;

/** Reads what {@link Packed} has written. */
final class Unpacked {

    private final byte[] in;
    private int position;

    Unpacked(byte[] in) {
        this.in = in;
    }

    boolean hasMore() {
        return position < in.length;
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in[position++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    byte[] bytes() {
        return raw((int) number());
    }

    byte[] raw(int length) {
        position += length;
        return Arrays.copyOfRange(in, position - length, position);
    }
}
