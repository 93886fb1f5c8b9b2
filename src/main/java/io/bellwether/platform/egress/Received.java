package io.bellwether.platform.egress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of a body as they come in, counted and limited. Closing it does nothing: the connection is closed instead. */
final class Received extends FilterInputStream {

    private final int max;
    private long count;

    Received(InputStream body, int max) {
        super(body);
        this.max = max;
    }

    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        add(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        add(Math.max(0, read));
        return read;
    }

    @Override
    public void close() {
        // The library's stream would read the rest of the body first, however long that is.
    }

    private void add(int bytes) throws Fault {
        count += bytes;
        if (count > max) {
            throw BodyReader.tooLarge(max, "more came");
        }
    }
}
