package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads a body to its end and undoes its compression, but never more than was asked for. */
final class BodyReader {

    /** Text compresses to a tenth, seldom to a fiftieth; more than this is made to burst. */
    private static final int MAX_RATIO = 200;

    /** Below this a high ratio means nothing. */
    private static final int RATIO_COUNTS_FROM = 256 * 1024;

    private static final int CHUNK = 16 * 1024;

    private BodyReader() {}

    /** @param cut whether a body that is longer is cut instead of refused */
    static Body read(@Nullable HttpEntity entity, int max, boolean cut) throws IOException {
        if (entity == null) {
            return Body.EMPTY;
        }
        return cut ? begin(entity, max) : whole(entity, max);
    }

    private static Body begin(HttpEntity entity, int max) throws IOException {
        // A compressed stream can be long and hold nothing.
        Received received = new Received(entity.getContent(), 2 * max + CHUNK);
        try (InputStream decoded = ContentCoding.of(entity.getContentEncoding()).decode(received)) {
            byte[] begin = decoded.readNBytes(max);
            return new Body(begin, begin.length == max && decoded.read() >= 0);
        }
    }

    private static Body whole(HttpEntity entity, int max) throws IOException {
        if (entity.getContentLength() > max) {
            throw tooLarge(max, "it announces " + entity.getContentLength());
        }
        Received received = new Received(entity.getContent(), max);
        InputStream decoded = ContentCoding.of(entity.getContentEncoding()).decode(received);
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try {
            byte[] chunk = new byte[CHUNK];
            for (int length = decoded.read(chunk); length >= 0; length = decoded.read(chunk)) {
                kept.write(chunk, 0, length);
                checkExpansion(kept.size(), received.count(), max);
            }
            received.transferTo(java.io.OutputStream.nullOutputStream());
        } finally {
            decoded.close();
        }
        return new Body(kept.toByteArray());
    }

    private static void checkExpansion(long decoded, long received, int max) throws Fault {
        if (decoded > max || (decoded > RATIO_COUNTS_FROM && decoded > MAX_RATIO * received)) {
            throw Fault.ours(
                    Cause.DECOMPRESSION_LIMIT,
                    "The body was not read to its end: " + received + " compressed bytes had already become " + decoded
                            + ".");
        }
    }

    static Fault tooLarge(int max, String how) {
        return Fault.ours(
                Cause.BODY_TOO_LARGE, "The body was not read: it may have " + max + " bytes, and " + how + ".");
    }
}
