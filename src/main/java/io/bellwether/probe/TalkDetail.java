package io.bellwether.probe;

import io.bellwether.platform.egress.Talked;
import io.bellwether.platform.egress.TlsHandshake;
import java.util.LinkedHashMap;
import java.util.Map;

/** The evidence that is kept of a connection, whatever was said over it. */
public final class TalkDetail {

    private TalkDetail() {}

    /** Address, and over TLS protocol, cipher and the certificate's end; more may be put into it. */
    public static Map<String, Object> of(Talked<?> talked) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("address", talked.address());
        TlsHandshake tls = talked.tls();
        if (tls != null) {
            detail.put("protocol", tls.protocol());
            detail.put("cipher", tls.cipher());
            detail.put(
                    "certificateNotAfter",
                    tls.certificate().getNotAfter().toInstant().toString());
        }
        return detail;
    }
}
