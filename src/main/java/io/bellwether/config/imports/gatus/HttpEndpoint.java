package io.bellwether.config.imports.gatus;

import io.bellwether.config.imports.Access;
import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Found;
import io.bellwether.config.imports.Harvest;
import io.bellwether.config.imports.WebAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An endpoint that is asked over HTTP. */
final class HttpEndpoint {

    private final Foreign endpoint;
    private final Foreign client;
    private final Harvest harvest;

    HttpEndpoint(Foreign endpoint, Harvest harvest) {
        this.endpoint = endpoint;
        this.client = endpoint.child("client");
        this.harvest = harvest;
    }

    void read(Found frame, WebAddress address) {
        Optional<String> obstacle = Obstacles.in(client);
        if (obstacle.isPresent()) {
            Obstacles.lose(endpoint, obstacle.get(), harvest);
            return;
        }
        HttpConditions conditions = conditions();
        Map<String, Object> settings = exchange(address.url(), conditions);
        access(settings, address);
        Duration slow = conditions.slowLimit();
        if (slow != null) {
            settings.put("degradedAfter", slow.toString());
        }
        harvest.add(frame.as("http", settings));
        beside(frame, address, conditions);
    }

    HttpConditions conditions() {
        HttpConditions conditions = new HttpConditions(harvest);
        conditions.read(endpoint.texts("conditions"), endpoint.at("conditions"));
        return conditions;
    }

    /** Adds what watches the certificate and the registration of the host, as far as conditions ask for it. */
    void beside(Found frame, WebAddress address, HttpConditions conditions) {
        Duration limit = conditions.registrationLimit();
        if (limit != null) {
            Map<String, Object> domain = Map.of("domain", address.host(), "warnBefore", limit.toString());
            harvest.addBeside(frame.beside("domain", frame.name() + ", registration", domain));
        }
        if (conditions.asksForCertificate() && address.scheme().equals("https")) {
            harvest.addBeside(frame.beside("tls", frame.name() + ", certificate", address.certificate()));
        }
    }

    /** What is sent and what is expected, as in the settings of a probe and in a step of one. */
    Map<String, Object> exchange(String url, HttpConditions conditions) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("url", url);
        String body = endpoint.text("body", "");
        boolean graphql = endpoint.flag("graphql", false);
        String method = endpoint.text("method", "GET").toUpperCase(Locale.ROOT);
        if (!method.equals("GET")) {
            settings.put("method", method);
        }
        Map<String, String> headers = headers(graphql);
        if (!headers.isEmpty()) {
            settings.put("headers", headers);
        }
        if (!body.isEmpty()) {
            settings.put("body", graphql ? "{\"query\":\"" + escaped(body) + "\"}" : body);
        }
        if (client.flag("ignore-redirect", false)) {
            settings.put("followRedirects", false);
        }
        conditions.into(settings);
        return settings;
    }

    private void access(Map<String, Object> settings, WebAddress address) {
        Foreign grant = client.child("oauth2");
        if (client.has("oauth2")) {
            Access.clientCredentials(
                    settings,
                    grant.text("token-url", ""),
                    grant.text("client-id", ""),
                    grant.text("client-secret", ""),
                    grant.texts("scopes"));
        } else {
            Access.basic(settings, address.user());
        }
        Access.proxy(client.text("proxy-url", "")).ifPresent(proxy -> settings.put("proxy", proxy));
    }

    private Map<String, String> headers(boolean graphql) {
        Map<String, String> headers = endpoint.textMap("headers");
        if (graphql && headers.keySet().stream().noneMatch("content-type"::equalsIgnoreCase)) {
            headers.put("Content-Type", "application/json");
        }
        return headers;
    }

    /** As text within JSON. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
