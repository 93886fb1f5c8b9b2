package io.bellwether.probe.headers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.bellwether.TestCertificates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A vendor's site on loopback: one port for plain HTTP, one for HTTPS, answering what the test says. */
final class Site implements AutoCloseable {

    static final String HOST = "shop.example";

    private static final byte[] NOTHING = new byte[0];

    /** Headers as names and values in turn, so that one can come twice. */
    record Answer(int status, String body, List<String> headers) {

        static Answer page(String... headers) {
            return new Answer(200, "<!doctype html><title>Shop</title>", List.of(headers));
        }

        static Answer redirect(String location) {
            return new Answer(301, "", List.of("Location", location));
        }

        Answer with(String... more) {
            List<String> all = new ArrayList<>(headers);
            all.addAll(List.of(more));
            return new Answer(status, body, all);
        }

        Answer body(String text) {
            return new Answer(status, text, headers);
        }

        Answer status(int code) {
            return new Answer(code, body, headers);
        }
    }

    private final @Nullable HttpServer plain;
    private final @Nullable HttpsServer secure;
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** @param certificate null for a site without HTTPS */
    Site(boolean servesPlain, TestCertificates.@Nullable Issued certificate) {
        try {
            plain = servesPlain ? HttpServer.create(anyPort(), 0) : null;
            secure = certificate == null ? null : HttpsServer.create(anyPort(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (secure != null && certificate != null) {
            secure.setHttpsConfigurator(new HttpsConfigurator(certificate.serverContext()));
            start(secure, "https");
        }
        if (plain != null) {
            start(plain, "http");
        }
        on("http", "/", Answer.redirect(secureUrl("/")));
        on("https", "/", Answer.page());
        on("https", "/robots.txt", new Answer(200, "User-agent: *", List.of("Content-Type", "text/plain")));
        on("https", "OPTIONS", new Answer(405, "", List.of()));
        on("http", "OPTIONS", new Answer(405, "", List.of()));
    }

    /** @param path or OPTIONS for every preflight */
    Site on(String scheme, String path, Answer answer) {
        answers.put(scheme + " " + path, answer);
        return this;
    }

    Answer answer(String scheme, String path) {
        return Objects.requireNonNull(answers.get(scheme + " " + path));
    }

    String plainUrl(String path) {
        return plainUrl(HOST, path);
    }

    String plainUrl(String host, String path) {
        return "http://" + host + ":"
                + (plain == null ? closedPort() : plain.getAddress().getPort()) + path;
    }

    String secureUrl(String path) {
        return secureUrl(HOST, path);
    }

    String secureUrl(String host, String path) {
        return "https://" + host + ":"
                + (secure == null ? closedPort() : secure.getAddress().getPort()) + path;
    }

    HeadersProbe.Settings settings() {
        return settings(HOST);
    }

    HeadersProbe.Settings settings(String host) {
        return new HeadersProbe.Settings(URI.create(secureUrl(host, "/")), URI.create(plainUrl(host, "/")));
    }

    /** Each as scheme, method and path. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        if (plain != null) {
            plain.stop(0);
        }
        if (secure != null) {
            secure.stop(0);
        }
    }

    private void start(HttpServer server, String scheme) {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, scheme));
        server.start();
    }

    private void answer(HttpExchange exchange, String scheme) throws IOException {
        String method = exchange.getRequestMethod();
        String path = exchange.getRequestURI().getPath();
        requests.add(scheme + " " + method + " " + path);
        String key = scheme + " " + (method.equals("OPTIONS") ? method : path);
        Answer answer = answers.getOrDefault(key, new Answer(404, "", List.of()));
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        boolean typed = answer.headers().contains("Content-Type");
        if (!typed) {
            exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        }
        for (int i = 0; i < answer.headers().size(); i += 2) {
            exchange.getResponseHeaders()
                    .add(answer.headers().get(i), answer.headers().get(i + 1));
        }
        byte[] body = answer.body().isEmpty() ? NOTHING : answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    private static int closedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
