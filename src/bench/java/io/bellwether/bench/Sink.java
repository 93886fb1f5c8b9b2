package io.bellwether.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** A receiver of messages: takes all of them and keeps when each came. Also a service that can be down. */
final class Sink implements AutoCloseable {

    private final HttpServer server;
    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private volatile int status = 200;

    private Sink(HttpServer server) {
        this.server = server;
    }

    record Arrival(Instant at, String body) {}

    static Sink start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_000);
        Sink sink = new Sink(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", sink::receive);
        server.createContext("/service", sink::serve);
        server.start();
        return sink;
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** What the service below {@code /service} answers from now on. */
    void answer(int next) {
        status = next;
    }

    /** What has come since this was asked last, in the order of its coming. */
    List<Arrival> take() {
        List<Arrival> taken = new ArrayList<>();
        for (Arrival next = arrivals.poll(); next != null; next = arrivals.poll()) {
            taken.add(next);
        }
        return taken;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        arrivals.add(new Arrival(Instant.now(), body));
        answer(exchange, 200, "ok");
    }

    private void serve(HttpExchange exchange) throws IOException {
        answer(exchange, status, "{" + Load.EXPECTED + "}");
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
