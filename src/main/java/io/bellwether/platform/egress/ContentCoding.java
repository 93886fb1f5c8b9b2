package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** The content codings we ask for (RFC 9110, 8.4.1). */
enum ContentCoding {
    IDENTITY {
        @Override
        InputStream decode(InputStream body) {
            return body;
        }
    },
    GZIP {
        @Override
        InputStream decode(InputStream body) throws IOException {
            InputStream peeked = new BufferedInputStream(body);
            return isEmpty(peeked) ? peeked : new GZIPInputStream(peeked);
        }
    },
    /** By the letter zlib's format; some servers send bare deflate data under this name. */
    DEFLATE {
        @Override
        InputStream decode(InputStream body) throws IOException {
            InputStream peeked = new BufferedInputStream(body);
            if (isEmpty(peeked)) {
                return peeked;
            }
            peeked.mark(2);
            int header = peeked.read() << 8 | peeked.read();
            peeked.reset();
            boolean zlib = (header & 0x0f00) == 0x0800 && header % 31 == 0;
            return new Inflating(peeked, new Inflater(!zlib));
        }
    };

    static final String ACCEPTED = "gzip, deflate";

    static ContentCoding of(@Nullable String header) throws Fault {
        return switch (header == null ? "" : header.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> IDENTITY;
            case "gzip", "x-gzip" -> GZIP;
            case "deflate" -> DEFLATE;
            default ->
                throw Fault.ours(
                        Cause.UNEXPECTED_FORMAT,
                        "The answer came in the content coding '" + header + "', which was not asked for.");
        };
    }

    /** Closing it gives the decompressor's memory back. */
    abstract InputStream decode(InputStream body) throws IOException;

    private static boolean isEmpty(InputStream peeked) throws IOException {
        peeked.mark(1);
        boolean empty = peeked.read() < 0;
        peeked.reset();
        return empty;
    }

    private static final class Inflating extends InflaterInputStream {

        Inflating(InputStream body, Inflater inflater) {
            super(body, inflater);
        }

        @Override
        public void close() throws IOException {
            inf.end();
            super.close();
        }
    }
}
