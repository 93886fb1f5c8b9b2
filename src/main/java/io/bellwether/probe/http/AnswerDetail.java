package io.bellwether.probe.http;

import io.bellwether.platform.egress.Redirect;
import io.bellwether.platform.egress.TlsHandshake;
import io.bellwether.platform.egress.WireResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The evidence that is kept of an answer; of a good one only what seldom changes, so that it is stored once. */
final class AnswerDetail {

    private static final int BODY_START = 300;

    private AnswerDetail() {}

    static Map<String, Object> of(WireResponse response, boolean withBody) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("status", response.status());
        detail.put("address", response.address());
        detail.put("finalUrl", response.uri().toString());
        detail.put("redirects", redirects(response.redirects()));
        TlsHandshake tls = response.tls();
        if (tls != null) {
            detail.put("protocol", tls.protocol());
            detail.put("cipher", tls.cipher());
            detail.put(
                    "certificateNotAfter",
                    tls.certificate().getNotAfter().toInstant().toString());
        }
        if (response.reused()) {
            detail.put("connectionReused", true);
        }
        if (withBody) {
            String text = response.text();
            detail.put("bodyBytes", response.body().size());
            detail.put("bodyStart", text.substring(0, Math.min(text.length(), BODY_START)));
        }
        return Collections.unmodifiableMap(detail);
    }

    private static List<Map<String, Object>> redirects(List<Redirect> followed) {
        return followed.stream()
                .map(redirect -> Map.<String, Object>of(
                        "status", redirect.status(),
                        "to", redirect.to().toString(),
                        "downgrade", redirect.downgrade()))
                .toList();
    }
}
