package io.bellwether.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.sun.net.httpserver.HttpServer;
import io.bellwether.As;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of more runs than a node does at once, while the vendor takes its time. */
@QuarkusTest
class ManualRunsTest {

    private static final int LIMIT = 16;
    private static final int CALLS = 64;
    private static final Duration LONG = Duration.ofMinutes(1);

    /** Not virtual ones: those that are asked must not wait for those that ask. */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final Queue<Response> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch patience = new CountDownLatch(1);
    private HttpServer vendor;

    @BeforeEach
    void serve() throws IOException {
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), CALLS);
        vendor.setExecutor(threads);
        vendor.createContext("/", exchange -> {
            asked.incrementAndGet();
            try {
                patience.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        vendor.start();
    }

    @AfterEach
    void stop() {
        patience.countDown();
        threads.close();
        vendor.stop(0);
    }

    @Test
    void runsBeyondTheLimitAreToldToComeBack() {
        String probe = probe();

        call(CALLS, () -> run(probe));
        await().atMost(LONG).until(() -> answers.size() == CALLS - LIMIT);
        assertThat(answers).allSatisfy(ManualRunsTest::toldToComeBack);
        patience.countDown();

        await().atMost(LONG).until(() -> answers.size() == CALLS);
        assertThat(statuses().stream().filter(status -> status == 200)).hasSize(LIMIT);
        assertThat(run(probe).statusCode()).as("later").isEqualTo(200);
    }

    @Test
    void scansBeyondTheLimitAreToldToComeBack() {
        call(CALLS, this::scan);
        await().atMost(LONG).untilAsserted(() -> assertThat(statuses()).contains(503));
        patience.countDown();

        await().atMost(LONG).until(() -> answers.size() == CALLS);
        assertThat(statuses()).containsOnly(200, 503);
        assertThat(scan().statusCode()).as("later").isEqualTo(200);
    }

    @Test
    void runsAndScansShareTheLimit() {
        String probe = probe();
        call(LIMIT, () -> run(probe));
        await().atMost(LONG).until(() -> asked.get() == LIMIT);

        toldToComeBack(scan());
    }

    private void call(int times, Supplier<Response> ask) {
        for (int i = 0; i < times; i++) {
            threads.execute(() -> answers.add(ask.get()));
        }
    }

    private List<Integer> statuses() {
        return answers.stream().map(Response::statusCode).toList();
    }

    private static void toldToComeBack(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("type", equalTo("/problems/too-many-runs"), "title", equalTo("Too many runs"))
                .body("detail", containsString("Ask again in 5 seconds"));
    }

    private static Response run(String probe) {
        return As.operator().post("/api/v1/probes/" + probe + "/runs");
    }

    private Response scan() {
        return As.operator().body(Map.of("url", url())).post("/api/v1/security/scans");
    }

    private String probe() {
        String slug = As.operator()
                .body(Map.of("name", "Slow " + UUID.randomUUID()))
                .post("/api/v1/vendors")
                .path("slug");
        return As.operator()
                .body(Map.of(
                        "kind",
                        "http",
                        "every",
                        "PT5M",
                        "timeout",
                        LONG.toString(),
                        "confirm",
                        Map.of("attempts", 1),
                        "settings",
                        Map.of("url", url())))
                .post("/api/v1/vendors/" + slug + "/probes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String url() {
        return "http://127.0.0.1:" + vendor.getAddress().getPort() + "/";
    }
}
