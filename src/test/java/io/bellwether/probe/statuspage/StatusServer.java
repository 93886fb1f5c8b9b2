package io.bellwether.probe.statuspage;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.bellwether.platform.TestJson;
import io.bellwether.platform.egress.Authorities;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.EgressGuard;
import io.bellwether.platform.egress.LookupFailed;
import io.bellwether.platform.egress.Wire;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.statuspage.StatusPageProbe.Settings;
import io.bellwether.probe.statuspage.format.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A host with status pages on loopback, and a probe that may reach it. */
final class StatusServer implements AutoCloseable {

    private final Map<String, HttpHandler> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final StatusPageProbe probe;

    StatusServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 50);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().toString();
            asked.add(path);
            answers.getOrDefault(
                            path, answer(404, "text/html", "<html>Not here</html>".getBytes(StandardCharsets.UTF_8)))
                    .handle(exchange);
        });
        server.start();
        EgressGuard guard = new EgressGuard(
                (name, _) -> {
                    throw LookupFailed.noAddress(name);
                },
                Optional.of(List.of("127.0.0.1")));
        probe = new StatusPageProbe(new Wire(guard, new Authorities(Optional.empty())), TestJson.json());
    }

    StatusServer serve(String path, String type, byte[] body) {
        answers.put(path, answer(200, type, body));
        return this;
    }

    StatusServer serve(String path, String type, String body) {
        return serve(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    StatusServer refuse(String path, int status) {
        answers.put(path, answer(status, "text/plain", new byte[0]));
        return this;
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** What was asked for, in its order, since the last time. */
    List<String> asked() {
        List<String> paths = List.copyOf(asked);
        asked.clear();
        return paths;
    }

    Verdict probe(String path) {
        return probe(path, null, null);
    }

    Verdict probe(String path, @Nullable Format format, @Nullable String feed) {
        return probe(new Settings(uri(path), format, feed == null ? null : uri(feed), null, null));
    }

    Verdict probe(Settings settings) {
        return probe.run(settings, new ProbeContext(Fixtures.NOW, Deadline.in(Duration.ofSeconds(5))));
    }

    private static HttpHandler answer(int status, String type, byte[] body) {
        return exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
