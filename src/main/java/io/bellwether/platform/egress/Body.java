package io.bellwether.platform.egress;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Bytes that do not change any more. */
public final class Body {

    public static final Body EMPTY = new Body(new byte[0]);

    private final byte[] bytes;

    Body(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Body of(String text) {
        return new Body(text.getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return bytes.length;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    String text(Charset charset) {
        return new String(bytes, charset);
    }
}
