package io.bellwether.compat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.bellwether.As;
import io.bellwether.TestPorts;
import io.bellwether.notify.Sink;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same alerts at the same times, pushed to Debian's Alertmanager and to us with the same routes, make the same messages.
 * Alerts that end before their group is told are left out: Alertmanager tells of their end alone, we leave them to the digest.
 */
@QuarkusTest
@Tag("debian")
class AlertmanagerTimingTest {

    private static final Duration END = Duration.ofSeconds(24);

    private final Sink sink = new Sink();
    private final VendorRegister vendors;
    private final Jdbi jdbi;
    private final String vendor = "timing-" + UUID.randomUUID();
    private final int port = TestPorts.free(1);

    @TempDir
    Path directory;

    private Process alertmanager;

    AlertmanagerTimingTest(VendorRegister vendors, Jdbi jdbi) {
        this.vendors = vendors;
        this.jdbi = jdbi;
    }

    /** One push of one alert. */
    private record Push(long millis, String name, boolean over) {}

    /** What one message says. */
    private record Told(TreeSet<String> firing, TreeSet<String> resolved) {}

    @BeforeEach
    void bothWithTheSameRoutes() throws IOException {
        sink.accepts("/theirs");
        sink.accepts("/ours");
        vendors.create(new NewVendor("Timing", vendor, null, null, null, null, null, null, null));
        startAlertmanager();
        removeChannels();
        As.operator()
                .body(Map.of("kind", "webhook", "name", "timing", "settings", Map.of("url", sink.url("/ours"))))
                .post("/api/v1/channels")
                .then()
                .statusCode(201);
        As.operator()
                .body(Map.of(
                        "receivers", List.of(Map.of("name", "hook", "channels", List.of("timing"))),
                        "route",
                                Map.of(
                                        "receiver", "hook",
                                        "groupBy", List.of("vendor"),
                                        "groupWait", "PT1S",
                                        "groupInterval", "PT3S",
                                        "repeatInterval", "PT1H")))
                .put("/api/v1/routes")
                .then()
                .statusCode(200);
    }

    @AfterEach
    void stop() {
        alertmanager.destroy();
        sink.stop();
        jdbi.useHandle(handle -> handle.execute("DELETE FROM route_document"));
        removeChannels();
    }

    @Test
    void theSameAlertsMakeTheSameMessages() {
        List<Push> script = List.of(
                new Push(0, "a", false),
                new Push(400, "b", false),
                new Push(2_500, "c", false),
                new Push(5_500, "a", true),
                new Push(8_500, "b", true),
                new Push(8_700, "c", true),
                new Push(12_500, "d", false),
                new Push(17_500, "d", true));
        List<CompletableFuture<Void>> pushes = script.stream()
                .map(push -> CompletableFuture.runAsync(
                        () -> push(push), CompletableFuture.delayedExecutor(push.millis, TimeUnit.MILLISECONDS)))
                .toList();
        CompletableFuture.allOf(pushes.toArray(CompletableFuture[]::new)).join();

        await().pollDelay(Duration.ofSeconds(5))
                .atMost(END)
                .untilAsserted(() -> assertThat(ours()).isNotEmpty().isEqualTo(theirs()));
    }

    private void push(Push push) {
        Map<String, Object> alert = new HashMap<>(Map.of(
                "labels", Map.of("alertname", push.name, "vendor", vendor),
                "annotations", Map.of("summary", "x")));
        if (push.over) {
            alert.put("endsAt", Instant.now().toString());
        }
        RestAssured.given()
                .contentType("application/json")
                .body(List.of(alert))
                .post("http://127.0.0.1:" + port + "/api/v2/alerts")
                .then()
                .statusCode(200);
        As.operator()
                .body(List.of(alert))
                .post("/alertmanager/api/v2/alerts")
                .then()
                .statusCode(200);
    }

    private List<Told> theirs() {
        List<Told> all = new ArrayList<>();
        for (LoggedRequest request : sink.taken("/theirs")) {
            JsonPath body = JsonPath.from(request.getBodyAsString());
            all.add(new Told(
                    new TreeSet<>(body.<String>getList("alerts.findAll { it.status == 'firing' }.labels.alertname")),
                    new TreeSet<>(
                            body.<String>getList("alerts.findAll { it.status == 'resolved' }.labels.alertname"))));
        }
        return all;
    }

    private List<Told> ours() {
        List<Told> all = new ArrayList<>();
        for (LoggedRequest request : sink.taken("/ours")) {
            JsonPath body = JsonPath.from(request.getBodyAsString());
            all.add(new Told(
                    new TreeSet<>(body.<String>getList("alerts.findAll { it.kind != 'RESOLVED' }.facts.alertName")),
                    new TreeSet<>(body.<String>getList("alerts.findAll { it.kind == 'RESOLVED' }.facts.alertName"))));
        }
        return all;
    }

    private void startAlertmanager() throws IOException {
        Path file = directory.resolve("alertmanager.yml");
        Files.writeString(file, """
                route:
                  receiver: hook
                  group_by: [vendor]
                  group_wait: 1s
                  group_interval: 3s
                  repeat_interval: 1h
                receivers:
                - name: hook
                  webhook_configs:
                  - url: %s
                    send_resolved: true
                """.formatted(sink.url("/theirs")));
        alertmanager = new ProcessBuilder(Arrays.asList(
                        "prometheus-alertmanager",
                        "--config.file=" + file,
                        "--storage.path=" + directory.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address="))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() ->
                        RestAssured.get("http://127.0.0.1:" + port + "/-/ready").statusCode() == 200);
    }

    private static void removeChannels() {
        As.operator()
                .get("/api/v1/channels")
                .jsonPath()
                .<String>getList("items.id")
                .forEach(id -> As.operator().delete("/api/v1/channels/" + id));
    }
}
