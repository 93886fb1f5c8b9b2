package io.bellwether.packaged;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.bellwether.packaged.PushedVendor.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.bellwether.notify.Sink;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What other alerting loses or doubles: nodes are killed, receivers throttle, fail, dawdle, and hang up after the body. All
 * nodes are real processes on one PostgreSQL, and whatever happens, the ledger closes. Most of the time goes by waiting, so the
 * parts run side by side, each with nodes of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
class NotificationHazardsIT {

    @TempDir
    private static Path directory;

    @AutoClose
    private static Stage stage;

    @BeforeAll
    static void open() throws IOException {
        stage = Stage.open(directory);
    }

    /** The only node told three receivers that something is wrong; then it was killed, and another one was started. */
    @Nested
    class AfterAKill {

        private static PushedVendor steady;
        private static PushedVendor recovered;
        private static PushedVendor forgotten;

        @AutoClose
        private static Application node;

        @BeforeAll
        static void kill() throws Exception {
            Cluster cluster = stage.cluster();
            steady = cluster.vendor();
            recovered = cluster.vendor();
            forgotten = cluster.vendor();
            try (Application killed = cluster.node()) {
                cluster.register(killed, steady, recovered, forgotten);
                begin(killed, steady, null);
                begin(killed, recovered, null);
                begin(killed, forgotten, Instant.now().plusSeconds(20));
                killed.kill();
            }
            node = cluster.node();
        }

        private static void begin(Application node, PushedVendor vendor, Instant endsAt) {
            stage.sink().accepts(vendor.hook());
            vendor.push(node, endsAt);
            vendor.awaitDelivered(node);
        }

        @Test
        void whatWasToldIsNotToldAgain() {
            assertThat(steady.openAlerts(node)).hasSize(1);
            steady.push(node, null);
            steady.quietFor(Duration.ofSeconds(5));

            assertThat(steady.told()).containsExactly("FIRING");
            steady.closesWith(node, "FIRING DELIVERED");
        }

        @Test
        void theEndIsTold() {
            recovered.push(node, Instant.now());

            recovered.awaitTold("FIRING", "RESOLVED");
            recovered.closesWith(node, "FIRING DELIVERED", "RESOLVED DELIVERED");
        }

        @Test
        void anAlertThatNobodyPushesAnyMoreEnds() {
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(forgotten.told()).containsExactly("FIRING", "RESOLVED"));
            forgotten.closesWith(node, "FIRING DELIVERED", "RESOLVED DELIVERED");
        }
    }

    @Test
    void aGracefulStopChangesNothing() throws Exception {
        Cluster cluster = stage.cluster();
        PushedVendor vendor = cluster.vendor();
        stage.sink().accepts(vendor.hook());
        try (Application node = vendor.prepared()) {
            vendor.push(node, null);
            await().atMost(PATIENCE)
                    .until(() -> stage.sink().taken(vendor.hook()).size() == 1);
        }
        try (Application node = cluster.node()) {
            assertThat(vendor.openAlerts(node)).hasSize(1);
            vendor.push(node, null);
            vendor.push(node, Instant.now());

            vendor.awaitTold("FIRING", "RESOLVED");
            vendor.closesWith(node, "FIRING DELIVERED", "RESOLVED DELIVERED");
        }
    }

    /** One after the other, because the last one kills a node. */
    @Nested
    @ResourceLock("three nodes")
    @TestMethodOrder(OrderAnnotation.class)
    class WithThreeNodes {

        private static Cluster cluster;

        @AutoClose
        private static Nodes nodes;

        private PushedVendor vendor;
        private Sink sink;
        private String hook;

        @BeforeAll
        static void start() throws IOException {
            cluster = stage.cluster();
            nodes = cluster.nodes(3);
        }

        @BeforeEach
        void aNewVendor() {
            vendor = cluster.vendor();
            cluster.register(nodes.get(0), vendor);
            sink = stage.sink();
            hook = vendor.hook();
        }

        private void pushToAll() {
            nodes.all().forEach(node -> vendor.push(node, null));
        }

        @Test
        void aThrottledAlertThatEndsMeanwhileIsToldInOneMessage() {
            Application node = nodes.get(0);
            sink.answersFirst(hook, 1, aResponse().withStatus(429).withHeader("Retry-After", "4"));
            vendor.push(node, null);
            await().atMost(PATIENCE).until(() -> !sink.received(hook).isEmpty());
            vendor.push(node, Instant.now());

            vendor.awaitTold("PASSED");
            assertThat(sink.received(hook)).hasSize(2);
            vendor.closesWith(node, "FIRING COALESCED", "RESOLVED DELIVERED");
        }

        @Test
        void aFailingReceiverIsToldOnceWhenItRecovers() {
            sink.answers(hook, aResponse().withStatus(503));
            pushToAll();
            await().atMost(PATIENCE).until(() -> sink.received(hook).size() >= 2);
            vendor.quietFor(Duration.ofSeconds(8));
            sink.accepts(hook);

            await().atMost(PATIENCE).until(() -> !sink.taken(hook).isEmpty());
            vendor.quietFor(Duration.ofSeconds(5));
            assertThat(vendor.told()).containsExactly("FIRING");
            vendor.closesWith(nodes.get(0), "FIRING DELIVERED");
        }

        @Test
        void aSlowReceiverIsToldOnce() {
            sink.answers(hook, aResponse().withFixedDelay(5_000).withBody("ok"));
            pushToAll();

            await().atMost(PATIENCE).until(() -> !sink.taken(hook).isEmpty());
            vendor.quietFor(Duration.ofSeconds(8));
            assertThat(vendor.told()).containsExactly("FIRING");
            vendor.closesWith(nodes.get(0), "FIRING DELIVERED");
        }

        @Test
        void aReceiverThatHangsUpAfterTheBodyMayGetASecondCopyWithTheSameKeyAndTheLedgerSaysSo() {
            Application node = nodes.get(0);
            sink.answersFirst(hook, 1, aResponse().withFault(Fault.EMPTY_RESPONSE));
            vendor.push(node, null);

            vendor.closesWith(node, "FIRING DELIVERED");
            assertThat(vendor.ledger(node).getBoolean("items[0].possibleDuplicate"))
                    .isTrue();
            assertThat(sink.received(hook))
                    .hasSize(2)
                    .extracting(request -> request.getHeader("Idempotency-Key"))
                    .containsOnly(vendor.ledger(node).getString("items[0].id"));
        }

        @Test
        @Order(Integer.MAX_VALUE)
        void aHealthyReceiverIsToldOnceAndTheEndTooAlthoughANodeIsKilled() throws Exception {
            sink.accepts(hook);
            pushToAll();
            vendor.awaitDelivered(nodes.get(0));
            nodes.get(1).kill();
            vendor.push(nodes.get(2), Instant.now());

            vendor.awaitTold("FIRING", "RESOLVED");
            vendor.closesWith(nodes.get(0), "FIRING DELIVERED", "RESOLVED DELIVERED");
        }
    }
}
