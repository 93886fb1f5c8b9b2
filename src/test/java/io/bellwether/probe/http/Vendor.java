package io.bellwether.probe.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** A web server on loopback that answers as the test says. */
final class Vendor implements AutoCloseable {

    record Request(String method, String path, Headers headers, String body) {

        @Nullable String header(String name) {
            return headers.getFirst(name);
        }
    }

    /** @param headers names and values in turn */
    record Reply(int status, String body, List<String> headers) {

        Reply(int status, String body, String... headers) {
            this(status, body, List.of(headers));
        }
    }

    @FunctionalInterface
    interface Manners {
        Reply to(Request request);
    }

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    private Vendor(HttpServer server, Manners manners) {
        this.server = server;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> serve(exchange, manners));
        server.start();
    }

    static Vendor that(Manners manners) {
        try {
            return new Vendor(HttpServer.create(anyPort(), 0), manners);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Over TLS, for clients that show a certificate. */
    static Vendor asking(SSLContext context, Manners manners) {
        try {
            HttpsServer server = HttpsServer.create(anyPort(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context) {
                @Override
                public void configure(HttpsParameters parameters) {
                    SSLParameters strict = context.getDefaultSSLParameters();
                    strict.setNeedClientAuth(true);
                    parameters.setSSLParameters(strict);
                }
            });
            return new Vendor(server, manners);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reply json(String body) {
        return new Reply(200, body, "Content-Type", "application/json");
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Request> requests() {
        return requests;
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    private void serve(HttpExchange exchange, Manners manners) throws IOException {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            requests.add(request);
            Reply reply = manners.to(request);
            for (int i = 0; i < reply.headers().size(); i += 2) {
                exchange.getResponseHeaders()
                        .add(reply.headers().get(i), reply.headers().get(i + 1));
            }
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
