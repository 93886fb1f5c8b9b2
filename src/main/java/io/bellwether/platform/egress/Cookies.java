package io.bellwether.platform.egress;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes cookies from and to their handler; a Cookie header that the caller has set stands for itself. */
final class Cookies {

    private Cookies() {}

    static WireRequest added(@Nullable CookieHandler handler, WireRequest request) throws IOException {
        if (handler == null || request.headers().keySet().stream().anyMatch("Cookie"::equalsIgnoreCase)) {
            return request;
        }
        String kept = String.join("; ", handler.get(request.uri(), Map.of()).getOrDefault("Cookie", List.of()));
        // What a server sets can break the rules for headers; such a cookie is not worth a failure of ours.
        return kept.isEmpty() || HeaderRule.fault("Cookie", kept) != null ? request : request.header("Cookie", kept);
    }

    static void keep(@Nullable CookieHandler handler, URI uri, Map<String, List<String>> headers) throws IOException {
        if (handler != null) {
            handler.put(uri, headers);
        }
    }
}
