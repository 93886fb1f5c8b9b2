package io.bellwether.notify;

import io.bellwether.platform.Problem;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Keeps the secret half of URLs, everything behind the host, out of sight. */
final class SecretUrl {

    private static final String HIDDEN = "/…";

    private SecretUrl() {}

    /** Scheme, host and port; {@code https://hooks.slack.com/…}. */
    static String redacted(String url) {
        URI uri = URI.create(url);
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port + HIDDEN;
    }

    static Map<String, Object> redacted(Map<String, Object> settings, Set<String> secrets) {
        Map<String, Object> shown = new HashMap<>(settings);
        secrets.forEach(name -> shown.computeIfPresent(name, (_, url) -> redacted(url.toString())));
        return shown;
    }

    /** The settings with every secret put back that the client returned as it was shown to him. */
    static Map<String, Object> restored(Map<String, Object> given, Map<String, Object> stored, Set<String> secrets) {
        Map<String, Object> whole = new HashMap<>(given);
        for (String name : secrets) {
            Object old = stored.get(name);
            if (old != null && redacted(old.toString()).equals(given.get(name))) {
                whole.put(name, old);
            }
        }
        return whole;
    }

    /** @throws Problem 400 naming a URL that is only the shown form of a secret */
    static void refuseShown(Map<String, Object> settings, Set<String> secrets) {
        for (String name : secrets) {
            if (String.valueOf(settings.get(name)).endsWith(HIDDEN)) {
                throw Problem.invalid("/settings/" + name, "This is the shortened form; enter the whole URL.");
            }
        }
    }
}
