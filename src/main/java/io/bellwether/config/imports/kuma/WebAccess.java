package io.bellwether.config.imports.kuma;

import io.bellwether.config.imports.Access;
import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.WebAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How monitors get in and through: what proves who they are, and the proxies of the backup. */
final class WebAccess {

    private static final List<String> METHODS = List.of("basic", "oauth2-cc", "mtls");

    private final Map<String, Foreign> proxies = new HashMap<>();

    WebAccess(Foreign configuration) {
        configuration.items("proxyList").forEach(proxy -> proxies.put(proxy.text("id", ""), proxy));
    }

    /** The field by which a monitor asks for what a request of ours cannot do, and without which it would look broken. */
    Optional<String> obstacle(Foreign monitor) {
        String method = monitor.text("authMethod", "basic");
        if (!METHODS.contains(method)) {
            return Optional.of("authMethod");
        }
        if (monitor.flag("ignoreTls", false)) {
            return Optional.of("ignoreTls");
        }
        if (method.equals("mtls") && monitor.has("tlsCa")) {
            return Optional.of("tlsCa");
        }
        return wantsProxy(monitor) && proxy(monitor).isEmpty() ? Optional.of("proxyId") : Optional.empty();
    }

    void into(Map<String, Object> settings, Foreign monitor, WebAddress address) {
        proxy(monitor).ifPresent(proxy -> settings.put("proxy", proxy));
        switch (monitor.text("authMethod", "")) {
            case "oauth2-cc" -> clientCredentials(settings, monitor);
            case "mtls" -> Access.mutualTls(settings, monitor.text("tlsCert", ""), monitor.text("tlsKey", ""));
            default -> basic(settings, monitor, address);
        }
    }

    private static void basic(Map<String, Object> settings, Foreign monitor, WebAddress address) {
        if (monitor.has("basic_auth_user")) {
            Access.basic(settings, monitor.text("basic_auth_user", ""), monitor.text("basic_auth_pass", ""));
        } else {
            Access.basic(settings, address.user());
        }
    }

    private static void clientCredentials(Map<String, Object> settings, Foreign monitor) {
        Map<String, Object> grant = Access.clientCredentials(
                settings,
                monitor.text("oauth_token_url", ""),
                monitor.text("oauth_client_id", ""),
                monitor.text("oauth_client_secret", ""),
                monitor.texts("oauth_scopes").stream()
                        .filter(scope -> !scope.isBlank())
                        .toList());
        if (monitor.has("oauth_audience")) {
            grant.put("audience", monitor.text("oauth_audience", ""));
        }
        if (monitor.text("oauth_auth_method", "").equals("client_secret_post")) {
            grant.put("sendSecret", "BODY");
        }
    }

    /** One that is switched off is not used. */
    private boolean wantsProxy(Foreign monitor) {
        Foreign proxy = proxies.get(monitor.text("proxyId", ""));
        return monitor.has("proxyId") && (proxy == null || proxy.flag("active", true));
    }

    private Optional<Map<String, Object>> proxy(Foreign monitor) {
        Foreign proxy = proxies.get(monitor.text("proxyId", ""));
        if (proxy == null || !wantsProxy(monitor)) {
            return Optional.empty();
        }
        String address = proxy.text("protocol", "") + "://" + proxy.text("host", "") + ":" + proxy.text("port", "");
        return Access.proxy(address).map(settings -> {
            if (proxy.flag("auth", false)) {
                settings.put("username", proxy.text("username", ""));
                settings.put("password", proxy.text("password", ""));
            }
            return settings;
        });
    }
}
