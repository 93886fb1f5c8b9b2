package io.bellwether.probe.websocket;

import io.bellwether.probe.RequestHeaders;
import io.bellwether.probe.Rule;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Request headers that are not the handshake's own. */
final class SocketHeaders implements Rule<Map<String, String>> {

    @Override
    public @Nullable String fault(Map<String, String> headers) {
        boolean own = headers.keySet().stream()
                .anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("sec-websocket-"));
        return own ? "Must not hold headers of the handshake itself." : new RequestHeaders().fault(headers);
    }
}
