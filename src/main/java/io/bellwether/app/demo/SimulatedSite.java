package io.bellwether.app.demo;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** The web site and status page of one simulated vendor, over HTTPS on loopback. */
final class SimulatedSite implements AutoCloseable {

    private final SimulatedVendor vendor;
    private final Supplier<Story> stories;
    private final HttpsServer server;

    SimulatedSite(SimulatedVendor vendor, int port, SSLContext tls, Supplier<Story> stories) throws IOException {
        this.vendor = vendor;
        this.stories = stories;
        this.server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::page);
        server.createContext("/api/v2/summary.json", this::status);
        server.start();
    }

    private void page(HttpExchange exchange) throws IOException {
        Duration elapsed = stories.get().elapsed();
        pause(Duration.ofMillis(vendor.usualMillis()).plus(vendor.scenario().delay(elapsed)));
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/html; charset=utf-8");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers.set("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'");
        if (vendor.scenario().failing(elapsed)) {
            answer(exchange, 503, "<h1>Service unavailable</h1>");
            return;
        }
        answer(
                exchange,
                200,
                "<!doctype html><title>%1$s</title><h1>%1$s</h1><p>Everything works.</p>".formatted(vendor.name()));
    }

    private void status(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        answer(exchange, 200, StatusSummary.of(vendor, stories.get()));
    }

    static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static void pause(Duration time) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
