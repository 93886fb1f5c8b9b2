package io.bellwether;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A Slack that takes messages, and refuses when it is told to. A test gets it by a field of this type. */
public final class ScriptedSlack implements QuarkusTestResourceLifecycleManager {

    /** A call of the Web API, or an answer to a press of a button, whose method is the path it came to. */
    public record Call(String method, String authorization, Map<String, Object> body, String text) {}

    private record Refusal(String method, String channel, int status, Map<String, String> headers, String body) {}

    private final ObjectMapper json = new ObjectMapper();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<Refusal> script = new CopyOnWriteArrayList<>();
    private final AtomicInteger messages = new AtomicInteger();
    private final HttpServer server;

    public ScriptedSlack() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::handle);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of("bellwether.slack.api-url", url("/api"));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(ScriptedSlack.class));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    public String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** Refuses the next call of this method for this channel with an error of Slack's. */
    public void refusesOnce(String method, String channel, String error) {
        refusesOnce(method, channel, 200, Map.of(), "{\"ok\":false,\"error\":\"" + error + "\"}");
    }

    public void refusesOnce(String method, String channel, int status, Map<String, String> headers, String body) {
        script.add(new Refusal("/api/" + method, channel, status, headers, body));
    }

    /** The calls of this method for this channel, the refused ones too, the oldest first. */
    public List<Call> calls(String method, String channel) {
        return calls.stream()
                .filter(call -> call.method().equals("/api/" + method))
                .filter(call -> channel.equals(call.body().get("channel")))
                .toList();
    }

    /** What came to an address of ours that is not the API's. */
    public List<Call> answers(String path) {
        return calls.stream().filter(call -> call.method().equals(path)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Map<String, Object> body = json.readValue(text, new TypeReference<>() {});
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Call call = new Call(exchange.getRequestURI().getPath(), authorization, body, text);
        calls.add(call);
        Refusal refusal = script.stream()
                .filter(answer -> answer.method().equals(call.method())
                        && answer.channel().equals(body.get("channel")))
                .findFirst()
                .orElse(null);
        if (refusal == null) {
            answer(
                    exchange,
                    200,
                    json.writeValueAsString(Map.of(
                            "ok",
                            true,
                            "channel",
                            String.valueOf(body.get("channel")),
                            "ts",
                            "1700000000." + messages.incrementAndGet())));
            return;
        }
        script.remove(refusal);
        refusal.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        answer(exchange, refusal.status(), refusal.body());
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
