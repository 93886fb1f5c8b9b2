package io.bellwether.probe.http;

import java.io.IOException;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cookies of one run (RFC 6265): kept from each answer, redirects included, and sent back only where that is asked for. */
final class CookieJar extends CookieHandler {

    private final CookieManager manager = new CookieManager(null, CookiePolicy.ACCEPT_ORIGINAL_SERVER);
    private final boolean sends;

    CookieJar(boolean sends) {
        this.sends = sends;
    }

    @Override
    public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) throws IOException {
        return sends ? manager.get(uri, headers) : Map.of();
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
        manager.put(uri, headers);
    }

    Optional<String> value(String name) {
        return manager.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .reduce((_, last) -> last);
    }
}
