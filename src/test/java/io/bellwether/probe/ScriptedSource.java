package io.bellwether.probe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bellwether.platform.egress.Authorities;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.EgressGuard;
import io.bellwether.platform.egress.LookupFailed;
import io.bellwether.platform.egress.Wire;
import io.bellwether.probe.courtesy.Closings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A public source on a loopback address that says whatever a test wants. */
public final class ScriptedSource implements AutoCloseable {

    public record Canned(int status, String body, Map<String, String> headers) {

        public static Canned ok(String body) {
            return new Canned(200, body, Map.of());
        }
    }

    @FunctionalInterface
    public interface Script {
        Canned answer(HttpExchange request);
    }

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile Script script = request -> Canned.ok("[]");

    public ScriptedSource() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            Canned answer = script.answer(exchange);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            answer.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
            exchange.sendResponseHeaders(answer.status(), answer.status() == 304 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    public void says(Script other) {
        script = other;
    }

    public void says(int status, String body, Map<String, String> headers) {
        script = request -> new Canned(status, body, headers);
    }

    public void says(String body) {
        says(200, body, Map.of());
    }

    /** The paths and queries that came, in order. */
    public List<String> asked() {
        return asked;
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A way out that leads to loopback addresses only. */
    public static Wire wire() {
        EgressGuard guard = new EgressGuard(
                (name, deadline) -> {
                    throw LookupFailed.noAddress(name);
                },
                Optional.of(List.of("127.0.0.1")));
        return new Wire(guard, new Authorities(Optional.empty()));
    }

    /** Public sources on loopback addresses, that may be asked at any pace; when they close it is now. */
    public static PublicSources sources(Instant now) {
        KeptClosings closings = new KeptClosings();
        closings.clock(now);
        return sources(closings);
    }

    public static PublicSources sources(Closings closings) {
        return new PublicSources(wire(), closings, (host, apart, limit) -> Optional.of(Duration.ZERO));
    }

    public static ProbeContext at(Instant time) {
        return new ProbeContext(time, Deadline.in(Duration.ofSeconds(5)));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
