package io.bellwether.platform.egress;

import io.bellwether.core.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.SortedMap;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The head of an HTTP/1.1 answer that something other than HTTP may follow (RFC 9110, 7.8).
 *
 * @param headers values by name; names compare without case
 * @param rest what comes behind the head
 */
public record HttpHead(int status, SortedMap<String, List<String>> headers, InputStream rest) {

    private static final int BUFFER = 8 * 1024;

    /**
     * Reads up to the end of the head; other interim answers than a switch of protocols are skipped.
     *
     * @throws IOException when it ends before that or is not HTTP
     */
    public static HttpHead read(InputStream in) throws IOException {
        SessionInputBuffer buffer = new SessionInputBufferImpl(BUFFER);
        HeadParser parser = new HeadParser();
        try {
            for (int interim = 0; interim <= Http1Line.MAX_INTERIM_ANSWERS; interim++) {
                ClassicHttpResponse response = parser.parse(buffer, in);
                if (response.getCode() >= 200 || response.getCode() == 101) {
                    return new HttpHead(response.getCode(), Hop.headers(response), new Rest(buffer, in));
                }
            }
        } catch (HttpException e) {
            throw Fault.theirs(Cause.PROTOCOL_ERROR, "The answer is not HTTP: " + e.getMessage() + ".");
        }
        throw Fault.theirs(Cause.PROTOCOL_ERROR, "The server sends nothing but interim answers.");
    }

    /** The values of a header in the order they came, joined with commas; null when it is absent. */
    public @Nullable String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : String.join(", ", values);
    }

    private static final class Rest extends InputStream {

        private final SessionInputBuffer buffer;
        private final InputStream in;

        Rest(SessionInputBuffer buffer, InputStream in) {
            this.buffer = buffer;
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            return buffer.read(in);
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return buffer.read(bytes, offset, length, in);
        }
    }
}
