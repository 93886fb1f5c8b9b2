package io.bellwether.config.imports.kuma;

import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Found;
import io.bellwether.config.imports.Harvest;
import io.bellwether.config.imports.HostPort;
import io.bellwether.config.text.SourceReader;
import io.bellwether.platform.Problem;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** A monitor of any type that is not asked over HTTP. */
final class SocketMonitor {

    private static final Duration LEAST_GRACE = Duration.ofSeconds(5);

    /** Older tokens are too short to keep a secret by; a key is made instead. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{22,128}");

    private SocketMonitor() {}

    static void read(Found frame, Foreign monitor, Harvest harvest) {
        String type = monitor.text("type", "");
        String host = monitor.text("hostname", "");
        switch (type) {
            case "ping" -> harvest.add(frame.as("icmp", Map.of("host", host)));
            case "port" -> harvest.add(frame.as("tcp", withPort(host, monitor)));
            case "dns" -> harvest.add(frame.as("dns", dns(host, monitor, harvest)));
            case "push" -> {
                harvest.add(frame.asHeartbeat(heartbeat(frame, monitor)));
                harvest.often(
                        monitor.at("pushToken"),
                        "pushToken",
                        "Whoever reports has to call /api/v1/heartbeats/ and the key instead.");
            }
            case "grpc-keyword" -> grpc(frame, monitor, harvest);
            case "websocket-upgrade" -> {
                harvest.add(frame.as("websocket", webSocket(monitor)));
                if (monitor.flag("wsIgnoreSecWebsocketAcceptHeader", false)) {
                    harvest.detail(
                            monitor.at("wsIgnoreSecWebsocketAcceptHeader"),
                            frame.name(),
                            "A handshake without Sec-WebSocket-Accept is none.");
                }
            }
            default ->
                harvest.lost(monitor.at("type"), frame.name(), "No kind of probe is like the type " + type + ".");
        }
    }

    private static Map<String, Object> withPort(String host, Foreign monitor) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("host", host);
        Double port = monitor.number("port");
        if (port != null) {
            settings.put("port", port.intValue());
        }
        return settings;
    }

    private static Map<String, Object> dns(String name, Foreign monitor, Harvest harvest) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("name", name);
        settings.put("type", monitor.text("dns_resolve_type", "A"));
        String servers = monitor.text("dns_resolve_server", "");
        if (!servers.isEmpty()) {
            String server = HostPort.nameServer(servers.split("[,\\s]+", 2)[0]);
            boolean usual = monitor.text("port", "53").equals("53");
            settings.put("resolver", usual ? server : server.replaceFirst(":53$", ":" + monitor.text("port", "")));
        }
        if (!List.of("", "[]").contains(monitor.text("conditions", ""))) {
            harvest.detail(monitor.at("conditions"), name, "What the records are to be has to be given as expect.");
        }
        if (servers.contains(",")) {
            harvest.detail(monitor.at("dns_resolve_server"), servers, "One resolver is asked, the first.");
        }
        return settings;
    }

    /** What Uptime Kuma retries is patience here. */
    private static Map<String, Object> heartbeat(Found frame, Foreign monitor) {
        Map<String, Object> settings = new LinkedHashMap<>();
        Duration patience = frame.confirm() == null
                ? Duration.ZERO
                : frame.confirm().delay().multipliedBy(frame.confirm().attempts() - 1L);
        settings.put("grace", (patience.compareTo(LEAST_GRACE) < 0 ? LEAST_GRACE : patience).toString());
        String token = monitor.text("pushToken", "");
        if (KEY.matcher(token).matches()) {
            settings.put("key", token);
        }
        return settings;
    }

    private static Map<String, Object> webSocket(Foreign monitor) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("url", monitor.text("url", ""));
        if (monitor.has("wsSubprotocol")) {
            settings.put("subprotocol", monitor.text("wsSubprotocol", ""));
        }
        return settings;
    }

    /** Any method may be called there; here it is the health check that gRPC defines. */
    private static void grpc(Found frame, Foreign monitor, Harvest harvest) {
        Optional<HostPort> server = HostPort.parse(monitor.text("grpcUrl", "").replaceFirst("^[a-z]+://", ""));
        boolean health = monitor.text("grpcServiceName", "").endsWith("Health")
                && monitor.text("grpcMethod", "").equalsIgnoreCase("check")
                && monitor.text("keyword", "").equals("SERVING")
                && !monitor.flag("invertKeyword", false);
        if (server.isEmpty() || !health) {
            harvest.lost(
                    monitor.at("grpcServiceName"),
                    frame.name(),
                    "Only grpc.health.v1.Health/Check with the keyword SERVING can be asked.");
            return;
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("host", server.get().host());
        settings.put("port", server.get().port());
        settings.put("tls", monitor.flag("grpcEnableTls", false));
        String service = service(monitor);
        if (!service.isEmpty()) {
            settings.put("service", service);
        }
        Foreign metadata = json(monitor, "grpcMetadata");
        if (!metadata.fields().isEmpty()) {
            settings.put(
                    "metadata", Foreign.of(Map.of("all", metadata.fields()), "").textMap("all"));
        }
        harvest.add(frame.as("grpc", settings));
    }

    private static String service(Foreign monitor) {
        return json(monitor, "grpcBody").text("service", "");
    }

    /** What a field holds as the text of a JSON object; nothing when it is none. */
    private static Foreign json(Foreign monitor, String field) {
        try {
            return Foreign.of(SourceReader.json(monitor.text(field, "{}")).value(), "");
        } catch (Problem problem) {
            return Foreign.of(null, "");
        }
    }
}
