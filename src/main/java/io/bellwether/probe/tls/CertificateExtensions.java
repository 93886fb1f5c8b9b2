package io.bellwether.probe.tls;

import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** What a certificate says beyond what Java reads of it. */
final class CertificateExtensions {

    /** RFC 6962, 3.3. */
    private static final String TIMESTAMPS = "1.3.6.1.4.1.11129.2.4.2";

    /** RFC 5280, 4.2.2.1. */
    private static final String INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";

    /** The identifier of OCSP as it stands in the extension. */
    private static final String RESPONDER = HexFormat.of().formatHex(new byte[] {6, 8, 0x2b, 6, 1, 5, 5, 7, 0x30, 1});

    private static final int OCTETS = 4;

    private CertificateExtensions() {}

    /** How many signed certificate timestamps it holds; 0 when they make no sense. */
    static int timestamps(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(TIMESTAMPS);
        if (value == null) {
            return 0;
        }
        // An octet string in which Java hands out any extension, and in it another with the list.
        ByteBuffer in = ByteBuffer.wrap(value);
        boolean entered = enterOctets(in);
        return entered && enterOctets(in) ? count(in) : 0;
    }

    /** Whether it names somebody who can be asked for its revocation. */
    static boolean revocationAddress(X509Certificate certificate) {
        byte[] value = certificate.getExtensionValue(INFORMATION_ACCESS);
        return value != null && HexFormat.of().formatHex(value).contains(RESPONDER);
    }

    private static boolean enterOctets(ByteBuffer in) {
        if (in.remaining() < 2 || in.get() != OCTETS) {
            return false;
        }
        int first = in.get() & 0xff;
        int more = first < 0x80 ? 0 : first & 0x7f;
        if (in.remaining() < more) {
            return false;
        }
        in.position(in.position() + more);
        return true;
    }

    private static int count(ByteBuffer in) {
        if (in.remaining() < 2) {
            return 0;
        }
        in.getShort();
        int count = 0;
        while (in.remaining() >= 2) {
            int length = in.getShort() & 0xffff;
            if (length == 0 || length > in.remaining()) {
                return 0;
            }
            in.position(in.position() + length);
            count++;
        }
        return count;
    }
}
