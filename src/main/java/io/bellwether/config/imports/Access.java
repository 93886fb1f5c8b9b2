package io.bellwether.config.imports;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a request gets in and through, as settings of the kind {@code http}. */
public final class Access {

    private Access() {}

    /** HTTP Basic authentication (RFC 7617), unless a header authorizes already. */
    public static void basic(Map<String, Object> settings, String user, String password) {
        if (isAuthorized(settings)) {
            return;
        }
        if (user.isEmpty() || password.isEmpty()) {
            byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
            header(settings, "Basic " + Base64.getEncoder().encodeToString(login));
        } else {
            auth(settings).put("basic", ordered("username", user, "password", password));
        }
    }

    /** As {@link #basic(Map, String, String)} with what stands before the host in a URL; nothing when that is empty. */
    public static void basic(Map<String, Object> settings, String user) {
        int colon = user.indexOf(':');
        if (!user.isEmpty()) {
            basic(settings, colon < 0 ? user : user.substring(0, colon), colon < 0 ? "" : user.substring(colon + 1));
        }
    }

    /** A bearer token (RFC 6750), unless a header authorizes already. */
    public static void bearer(Map<String, Object> settings, String token) {
        if (!isAuthorized(settings)) {
            auth(settings).put("bearer", Map.of("token", token));
        }
    }

    /** The value of the Authorization header. */
    public static void header(Map<String, Object> settings, String authorization) {
        Map<String, Object> headers = new LinkedHashMap<>();
        if (settings.get("headers") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> headers.put(String.valueOf(name), value));
        }
        headers.put("Authorization", authorization);
        settings.put("headers", headers);
    }

    /**
     * A token of the client credentials grant (RFC 6749, 4.4).
     *
     * @return what the grant is, for more to be put into
     */
    public static Map<String, Object> clientCredentials(
            Map<String, Object> settings, String tokenUrl, String client, String secret, List<String> scopes) {
        Map<String, Object> grant = ordered("tokenUrl", tokenUrl, "clientId", client);
        grant.put("clientSecret", secret);
        if (!scopes.isEmpty()) {
            grant.put("scope", String.join(" ", scopes));
        }
        auth(settings).put("oauth2", grant);
        return grant;
    }

    /** A certificate of ours and its key, as PEM. */
    public static void mutualTls(Map<String, Object> settings, String certificate, String key) {
        auth(settings).put("mtls", ordered("certificate", certificate, "privateKey", key));
    }

    /** The settings of a proxy at this address; empty when it is none for HTTP in the clear. */
    public static Optional<Map<String, Object>> proxy(String url) {
        return WebAddress.parse(url)
                .filter(address -> address.scheme().equals("http") && address.port() > 0)
                .map(address -> {
                    Map<String, Object> proxy = ordered("host", address.host(), "port", address.port());
                    String[] login = address.user().split(":", 2);
                    if (login.length == 2) {
                        proxy.put("username", login[0]);
                        proxy.put("password", login[1]);
                    }
                    return proxy;
                });
    }

    @SuppressWarnings("unchecked") // Only this class puts it there.
    private static Map<String, Object> auth(Map<String, Object> settings) {
        return (Map<String, Object>) settings.computeIfAbsent("auth", _ -> new LinkedHashMap<>());
    }

    private static boolean isAuthorized(Map<String, Object> settings) {
        return settings.get("headers") instanceof Map<?, ?> headers
                && headers.keySet().stream().anyMatch(name -> "authorization".equalsIgnoreCase(String.valueOf(name)));
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put(first, one);
        ordered.put(second, other);
        return ordered;
    }
}
