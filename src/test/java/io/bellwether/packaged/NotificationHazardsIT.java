package io.bellwether.packaged;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.bellwether.packaged.PushedVendor.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import io.bellwether.notify.Sink;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * What other alerting loses or doubles: nodes are killed, receivers throttle, fail, dawdle, and hang up after the body. Each
 * test has real processes on one PostgreSQL, and whatever happens, the ledger closes.
 */
@TestInstance(Lifecycle.PER_CLASS)
class NotificationHazardsIT {

    private final Sink sink = new Sink();
    private EmbeddedPostgres postgres;
    private SharedDatabase database;
    private PushedVendor vendor;
    private String hook;

    @TempDir
    private Path directory;

    @BeforeAll
    void aDatabase() throws IOException {
        postgres = EmbeddedPostgres.start();
        database = new SharedDatabase("jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres");
    }

    @AfterAll
    void stop() throws IOException {
        sink.stop();
        postgres.close();
    }

    @BeforeEach
    void aNewVendor() {
        vendor = new PushedVendor(database, sink, directory);
        hook = vendor.hook();
    }

    @AfterEach
    void theLedgerCloses() throws IOException {
        vendor.closeLedger();
    }

    @Test
    void whatWasToldIsNotToldAgainAfterAKill() throws Exception {
        sink.accepts(hook);
        try (Application node = vendor.prepared()) {
            vendor.push(node, null);
            vendor.awaitDelivered(node);
            node.kill();
        }
        try (Application node = vendor.node()) {
            assertThat(vendor.openAlerts(node)).hasSize(1);
            vendor.push(node, null);
            vendor.quietFor(Duration.ofSeconds(5));

            assertThat(vendor.told()).containsExactly("FIRING");
        }
    }

    @Test
    void theEndIsToldAfterAKill() throws Exception {
        sink.accepts(hook);
        try (Application node = vendor.prepared()) {
            vendor.push(node, null);
            vendor.awaitDelivered(node);
            node.kill();
        }
        try (Application node = vendor.node()) {
            vendor.push(node, Instant.now());

            vendor.awaitTold("FIRING", "RESOLVED");
        }
    }

    @Test
    void anAlertThatNobodyPushesAnyMoreEndsAfterAKill() throws Exception {
        sink.accepts(hook);
        try (Application node = vendor.prepared()) {
            vendor.push(node, Instant.now().plusSeconds(20));
            vendor.awaitDelivered(node);
            node.kill();
        }
        try (Application _ = vendor.node()) {
            await().atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(vendor.told()).containsExactly("FIRING", "RESOLVED"));
        }
    }

    @Test
    void aGracefulStopChangesNothing() throws Exception {
        sink.accepts(hook);
        try (Application node = vendor.prepared()) {
            vendor.push(node, null);
            await().atMost(PATIENCE).until(() -> sink.taken(hook).size() == 1);
        }
        try (Application node = vendor.node()) {
            assertThat(vendor.openAlerts(node)).hasSize(1);
            vendor.push(node, null);
            vendor.push(node, Instant.now());

            vendor.awaitTold("FIRING", "RESOLVED");
        }
    }

    @Test
    void aThrottledAlertThatEndsMeanwhileIsToldInOneMessage() throws Exception {
        sink.answersFirst(hook, 1, aResponse().withStatus(429).withHeader("Retry-After", "4"));
        try (Application node = vendor.prepared()) {
            vendor.push(node, null);
            await().atMost(PATIENCE).until(() -> !sink.received(hook).isEmpty());
            vendor.push(node, Instant.now());

            vendor.awaitTold("PASSED");
            assertThat(sink.received(hook)).hasSize(2);
        }
    }

    @Test
    void threeNodesTellAFailingReceiverOnceWhenItRecovers() throws Exception {
        sink.answers(hook, aResponse().withStatus(503));
        try (Application one = vendor.prepared();
                Application two = vendor.node();
                Application three = vendor.node()) {
            Stream.of(one, two, three).forEach(node -> vendor.push(node, null));
            await().atMost(PATIENCE).until(() -> sink.received(hook).size() >= 2);
            vendor.quietFor(Duration.ofSeconds(8));
            sink.accepts(hook);

            await().atMost(PATIENCE).until(() -> !sink.taken(hook).isEmpty());
            vendor.quietFor(Duration.ofSeconds(5));
            assertThat(vendor.told()).containsExactly("FIRING");
        }
    }

    @Test
    void threeNodesTellASlowReceiverOnce() throws Exception {
        sink.answers(hook, aResponse().withFixedDelay(5_000).withBody("ok"));
        try (Application one = vendor.prepared();
                Application two = vendor.node();
                Application three = vendor.node()) {
            Stream.of(one, two, three).forEach(node -> vendor.push(node, null));

            await().atMost(PATIENCE).until(() -> !sink.taken(hook).isEmpty());
            vendor.quietFor(Duration.ofSeconds(8));
            assertThat(vendor.told()).containsExactly("FIRING");
        }
    }

    @Test
    void threeNodesTellAHealthyReceiverOnceAndOneIsKilled() throws Exception {
        sink.accepts(hook);
        try (Application one = vendor.prepared();
                Application two = vendor.node();
                Application three = vendor.node()) {
            Stream.of(one, two, three).forEach(node -> vendor.push(node, null));
            vendor.awaitDelivered(one);
            two.kill();
            vendor.push(three, Instant.now());

            vendor.awaitTold("FIRING", "RESOLVED");
        }
    }

    @Test
    void aReceiverThatHangsUpAfterTheBodyMayGetASecondCopyWithTheSameKeyAndTheLedgerSaysSo() throws Exception {
        sink.answersFirst(hook, 1, aResponse().withFault(Fault.EMPTY_RESPONSE));
        try (Application node = vendor.prepared()) {
            vendor.push(node, null);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(vendor.ledger(node).getList("items.state", String.class))
                            .containsExactly("DELIVERED"));
            assertThat(vendor.ledger(node).getBoolean("items[0].possibleDuplicate"))
                    .isTrue();
            assertThat(sink.received(hook))
                    .hasSize(2)
                    .extracting(request -> request.getHeader("Idempotency-Key"))
                    .containsOnly(vendor.ledger(node).getString("items[0].id"));
        }
    }
}
