package io.bellwether.config.imports.kuma;

import io.bellwether.config.imports.BodyDemands;
import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Found;
import io.bellwether.config.imports.Harvest;
import io.bellwether.config.imports.JsonPredicate;
import io.bellwether.config.imports.Regexes;
import io.bellwether.config.imports.WebAddress;
import io.bellwether.config.text.SourceReader;
import io.bellwether.platform.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A monitor of the types {@code http}, {@code keyword} and {@code json-query}. */
final class WebMonitor {

    private static final Map<String, String> ENCODINGS =
            Map.of("xml", "text/xml; charset=utf-8", "form", "application/x-www-form-urlencoded");

    private final Foreign monitor;
    private final WebAccess access;
    private final Harvest harvest;

    WebMonitor(Foreign monitor, WebAccess access, Harvest harvest) {
        this.monitor = monitor;
        this.access = access;
        this.harvest = harvest;
    }

    void read(Found frame) {
        Optional<WebAddress> address = WebAddress.parse(monitor.text("url", "")).filter(WebAddress::isHttp);
        Optional<String> obstacle = access.obstacle(monitor);
        BodyDemands body = new BodyDemands();
        if (address.isEmpty()) {
            harvest.lost(monitor.at("url"), frame.name(), "Its url cannot be read.");
        } else if (obstacle.isPresent()) {
            harvest.lost(monitor.at(obstacle.get()), frame.name(), "Without " + obstacle.get() + " it would fail.");
        } else if (!demand(body)) {
            harvest.lost(monitor.at("jsonPath"), frame.name(), "The query cannot be said in JSONPath.");
        } else {
            harvest.add(frame.as("http", settings(address.get(), body)));
            certificate(frame, address.get());
        }
    }

    private void certificate(Found frame, WebAddress address) {
        if (monitor.flag("expiryNotification", false) && address.scheme().equals("https")) {
            harvest.addBeside(frame.beside("tls", frame.name() + ", certificate", address.certificate()));
        }
        if (monitor.flag("domainExpiryNotification", false)) {
            Map<String, Object> domain = Map.of("domain", address.host());
            harvest.addBeside(frame.beside("domain", frame.name() + ", registration", domain));
        }
    }

    /** @return false when what it asks of the body cannot be said */
    private boolean demand(BodyDemands body) {
        String keyword = monitor.text("keyword", "");
        return switch (monitor.text("type", "")) {
            case "keyword" -> {
                if (monitor.flag("invertKeyword", false)) {
                    body.lacks(Regexes.quoted(keyword));
                } else {
                    body.contains(keyword);
                }
                yield true;
            }
            case "json-query" -> query(body);
            default -> true;
        };
    }

    private boolean query(BodyDemands body) {
        String path = monitor.text("jsonPath", "").replaceFirst("^\\$\\.?", "");
        String operator = monitor.text("jsonPathOperator", "==");
        String expected = monitor.text("expectedValue", "");
        Optional<String> place = JsonPredicate.expression(path).filter(_ -> operator.equals("contains"));
        place.ifPresent(expression -> body.check(expression, "CONTAINS", expected));
        return place.isPresent()
                || JsonPredicate.comparison(path, operator, List.of(expected))
                        .map(body::json)
                        .orElse(false);
    }

    private Map<String, Object> settings(WebAddress address, BodyDemands body) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("url", address.url());
        String method = monitor.text("method", "GET").toUpperCase(Locale.ROOT);
        if (!method.equals("GET")) {
            settings.put("method", method);
        }
        Map<String, String> headers = headers();
        if (!headers.isEmpty()) {
            settings.put("headers", headers);
        }
        if (monitor.has("body")) {
            settings.put("body", monitor.text("body", ""));
        }
        List<String> statuses = monitor.texts("accepted_statuscodes");
        if (!statuses.isEmpty() && !statuses.equals(List.of("200-299"))) {
            settings.put("expectStatus", statuses);
        }
        if ("0".equals(monitor.text("maxredirects"))) {
            settings.put("followRedirects", false);
        }
        access.into(settings, monitor, address);
        body.into(settings);
        return settings;
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        if (monitor.has("body")) {
            headers.put(
                    "Content-Type", ENCODINGS.getOrDefault(monitor.text("httpBodyEncoding", ""), "application/json"));
        }
        given().forEach((name, value) -> {
            headers.keySet().removeIf(name::equalsIgnoreCase);
            headers.put(name, value);
        });
        return headers;
    }

    /** The headers are JSON within a text. */
    private Map<String, String> given() {
        try {
            Object value = SourceReader.json(monitor.text("headers", "{}")).value();
            return Foreign.of(Map.of("headers", value == null ? Map.of() : value), "")
                    .textMap("headers");
        } catch (Problem problem) {
            harvest.detail(monitor.at("headers"), monitor.text("name", ""), "Its headers are no JSON.");
            return Map.of();
        }
    }
}
