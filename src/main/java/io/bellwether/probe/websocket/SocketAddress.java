package io.bellwether.probe.websocket;

import io.bellwether.probe.HttpAddress;
import io.bellwether.probe.Rule;
import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A URL as of RFC 6455, 3: what holds for http and https URLs holds for ws and wss. */
final class SocketAddress implements Rule<URI> {

    private static final Set<String> SCHEMES = Set.of("ws", "wss");

    @Override
    public @Nullable String fault(URI url) {
        if (url.getScheme() == null || !SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))) {
            return "Must begin with wss:// or ws://.";
        }
        return new HttpAddress().fault(URI.create("http" + url.toString().substring(2)));
    }
}
