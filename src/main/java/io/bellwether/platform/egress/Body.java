package io.bellwether.platform.egress;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes that do not change any more. */
public final class Body {

    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;
    private final boolean cut;

    Body(byte[] bytes) {
        this(bytes, false);
    }

    Body(byte[] bytes, boolean cut) {
        this.bytes = bytes;
        this.cut = cut;
    }

    public static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return bytes.length;
    }

    /** Whether more came than was asked for and kept. */
    public boolean cut() {
        return cut;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    String text(Charset charset) {
        return new String(bytes, charset);
    }
}
