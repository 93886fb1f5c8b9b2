package io.bellwether.platform.egress;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether a certificate is made out to a host (RFC 9525): by its subject alternative names only, with a wildcard for the whole
 * left-most label. The common name counts for nothing, as in browsers.
 */
final class HostMatch {

    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private HostMatch() {}

    static boolean matches(X509Certificate certificate, HostName host) {
        for (List<?> name : names(certificate)) {
            if (matches((Integer) name.get(0), name.get(1), host)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(int type, @Nullable Object value, HostName host) {
        if (!(value instanceof String name)) {
            return false;
        }
        InetAddress literal = host.literal();
        if (literal == null) {
            return type == DNS_NAME && matchesName(name.toLowerCase(Locale.ROOT), host.name());
        }
        return type == IP_ADDRESS && literal.equals(InetAddress.ofLiteral(name));
    }

    private static boolean matchesName(String pattern, String host) {
        if (!pattern.startsWith("*.")) {
            return pattern.equals(host);
        }
        String parent = pattern.substring(1);
        int dot = host.indexOf('.');
        return parent.indexOf('.', 1) > 0 && dot > 0 && host.substring(dot).equals(parent);
    }

    private static Collection<List<?>> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null ? List.of() : names;
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
