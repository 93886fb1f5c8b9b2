package io.bellwether.platform.egress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/**
 * Reads an answer's head. Unlike the library's own parser it does not take one that breaks off for complete, takes a length
 * that is said more than once for said once (RFC 9112, 6.3), and limits the whole head: as many headers as there may be, each
 * as long as it may be, are megabytes.
 */
final class HeadParser extends DefaultHttpResponseParser {

    /** As much as Chromium reads. */
    private static final int LONGEST_HEAD = 256 * 1024;

    HeadParser() {
        super(Http1Line.LIMITS);
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        ClassicHttpResponse head = super.parse(buffer, new Unending(in));
        Header[] lengths = head.getHeaders(HttpHeaders.CONTENT_LENGTH);
        List<String> different = Arrays.stream(lengths)
                .flatMap(length -> Arrays.stream(length.getValue().split(",", -1)))
                .map(String::strip)
                .distinct()
                .toList();
        if (different.size() == 1) {
            head.removeHeaders(HttpHeaders.CONTENT_LENGTH);
            head.addHeader(HttpHeaders.CONTENT_LENGTH, different.getFirst());
        }
        return head;
    }

    private static final class Unending extends FilterInputStream {

        private int count;

        Unending(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            add(next < 0 ? next : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            add(read);
            return read;
        }

        private void add(int bytes) throws IOException {
            if (bytes < 0) {
                throw new NoHttpResponseException("the head is not complete");
            }
            count += bytes;
            if (count > LONGEST_HEAD) {
                throw new MessageConstraintException("more than " + LONGEST_HEAD + " bytes");
            }
        }
    }
}
