package io.bellwether.config.imports.gatus;

import io.bellwether.config.imports.BodyDemands;
import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Found;
import io.bellwether.config.imports.Harvest;
import io.bellwether.config.imports.WebAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An endpoint that is asked neither over HTTP nor for a name. */
final class SocketEndpoint {

    private final Foreign endpoint;
    private final Harvest harvest;
    private final BodyDemands body = new BodyDemands();

    SocketEndpoint(Foreign endpoint, Harvest harvest) {
        this.endpoint = endpoint;
        this.harvest = harvest;
    }

    void read(Found frame, WebAddress address) {
        String kind = switch (address.scheme()) {
            case "tcp", "starttls" -> "tcp";
            case "tls" -> "tls";
            case "icmp" -> "icmp";
            case "grpc", "grpcs" -> "grpc";
            case "ws", "wss" -> "websocket";
            default -> "";
        };
        Optional<String> obstacle = Obstacles.in(endpoint.child("client")).filter(_ -> !kind.equals("icmp"));
        if (kind.isEmpty()) {
            harvest.lost(endpoint.path(), frame.name(), "No kind of probe speaks " + address.scheme() + ".");
        } else if (obstacle.isPresent()) {
            Obstacles.lose(endpoint, obstacle.get(), harvest);
        } else {
            Map<String, Object> settings = place(kind, address);
            conditions(kind, settings);
            talk(kind, settings);
            if (endpoint.child("client").has("network")) {
                harvest.detail(
                        endpoint.child("client").at("network"), frame.name(), "The address family cannot be chosen.");
            }
            harvest.add(frame.as(kind, settings));
        }
    }

    private static Map<String, Object> place(String kind, WebAddress address) {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (kind.equals("websocket")) {
            settings.put("url", address.url());
            return settings;
        }
        settings.put("host", address.host());
        if (address.port() > 0) {
            settings.put("port", address.port());
        }
        switch (address.scheme()) {
            case "starttls" -> {
                settings.put("tls", "STARTTLS");
                settings.put("protocol", "SMTP");
            }
            case "grpc", "grpcs" -> settings.put("tls", address.scheme().equals("grpcs"));
            default -> {}
        }
        return settings;
    }

    private void conditions(String kind, Map<String, Object> settings) {
        List<String> conditions = endpoint.texts("conditions");
        for (int index = 0; index < conditions.size(); index++) {
            String text = conditions.get(index);
            Optional<Condition> condition = Condition.parse(text);
            Optional<Duration> slow = condition.flatMap(Condition::slowerThan).filter(_ -> !kind.equals("tls"));
            if (kind.equals("tls") && text.startsWith(HttpConditions.CERTIFICATE)) {
                harvest.often(endpoint.at("conditions"), text, HttpConditions.OWN_LIMIT);
            } else if (slow.isPresent()) {
                settings.put("degradedAfter", slow.get().toString());
            } else if (condition.isEmpty() || !(isImplied(kind, condition.get()) || isHeard(kind, condition.get()))) {
                harvest.detail(endpoint.at("conditions") + "/" + index, text, HttpConditions.UNKNOWN);
            }
        }
    }

    /** Whether it holds of every answer that is UP. */
    private static boolean isImplied(String kind, Condition condition) {
        boolean serving = condition.says("[BODY]", "SERVING") || condition.says("[BODY].status", "SERVING");
        return condition.says("[CONNECTED]", "true") || (kind.equals("grpc") && serving);
    }

    /** Whether it is a demand on what is answered, which it is noted as then. */
    private boolean isHeard(String kind, Condition condition) {
        boolean answers = kind.equals("websocket") || kind.equals("tcp");
        return answers && BodyCondition.isText(condition) && BodyCondition.add(condition, body);
    }

    private void talk(String kind, Map<String, Object> settings) {
        String sent = endpoint.text("body", "");
        Optional<String> expected = body.expression();
        if (kind.equals("websocket")) {
            if (!sent.isEmpty()) {
                settings.put("send", sent);
            }
            if (endpoint.has("headers")) {
                settings.put("headers", endpoint.textMap("headers"));
            }
            expected.ifPresent(expression -> settings.put("expectMatches", expression));
        } else if (kind.equals("tcp") && (!sent.isEmpty() || expected.isPresent())) {
            Map<String, Object> step = new LinkedHashMap<>();
            if (!sent.isEmpty()) {
                step.put("send", sent.replace("\\", "\\\\"));
            }
            expected.ifPresent(expression -> step.put("expect", expression));
            settings.put("steps", List.of(step));
        } else if (!sent.isEmpty()) {
            harvest.detail(endpoint.at("body"), endpoint.text("name", ""), "Probes of kind " + kind + " send nothing.");
        }
    }
}
