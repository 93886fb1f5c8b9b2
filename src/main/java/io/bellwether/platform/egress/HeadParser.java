package io.bellwether.platform.egress;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/** Reads an answer's head, and does not take one that breaks off for complete as the library's own parser does. */
final class HeadParser extends DefaultHttpResponseParser {

    HeadParser(Http1Config limits) {
        super(limits);
    }

    @Override
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        return super.parse(buffer, new Unending(in));
    }

    private static final class Unending extends FilterInputStream {

        Unending(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return unlessEnded(super.read());
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return unlessEnded(super.read(buffer, offset, length));
        }

        private static int unlessEnded(int read) throws NoHttpResponseException {
            if (read < 0) {
                throw new NoHttpResponseException("the head is not complete");
            }
            return read;
        }
    }
}
