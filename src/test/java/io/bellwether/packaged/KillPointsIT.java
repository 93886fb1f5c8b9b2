package io.bellwether.packaged;

import static io.bellwether.packaged.PushedVendor.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.bellwether.notify.Sink;
import io.restassured.path.json.JsonPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A node dies at the worst moments: a table that is taken away from it holds it exactly there. */
@TestInstance(Lifecycle.PER_CLASS)
class KillPointsIT {

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
        sink.accepts(hook);
    }

    @Test
    void beforeTheCommitThereIsNeitherAnAlertNorAMessageAndBothComeWithTheNextPush() throws Exception {
        try (Application node = vendor.prepared();
                TableLock outbox = database.lock("outbox")) {
            CompletableFuture<Void> push = CompletableFuture.runAsync(() -> vendor.push(node, null));
            outbox.awaitBlocked("INSERT INTO outbox");
            node.kill();
            assertThat(push.handle((_, failure) -> failure).join()).isNotNull();
        }
        try (Application node = vendor.node()) {
            assertThat(vendor.openAlerts(node)).isEmpty();
            vendor.push(node, null);

            vendor.awaitTold("FIRING");
        }
        vendor.closeLedger();
    }

    @Test
    void afterTheCommitTheMessageGoesOutOnce() throws Exception {
        try (Application node = vendor.prepared();
                TableLock notices = database.lock("notice")) {
            vendor.push(node, null);
            notices.awaitBlocked("INSERT INTO notice");
            node.kill();
        }
        try (Application node = vendor.node()) {
            vendor.awaitTold("FIRING");
            JsonPath ledger = vendor.ledger(node);
            assertThat(ledger.getList("items.possibleDuplicate", Boolean.class)).containsExactly(false);
        }
        vendor.closeLedger();
    }

    @Test
    void betweenSendingAndNotingItTheSameMessageGoesOutOnceMoreAndIsMarked() throws Exception {
        try (Application node = vendor.prepared();
                TableLock attempts = database.lock("delivery_attempt")) {
            vendor.push(node, null);
            attempts.awaitBlocked("INSERT INTO delivery_attempt");
            assertThat(vendor.told()).containsExactly("FIRING");
            node.kill();
        }
        try (Application node = vendor.node()) {
            vendor.awaitTold("FIRING", "FIRING");
            assertThat(sink.taken(hook))
                    .extracting(LoggedRequest::getBodyAsString)
                    .containsOnly(sink.taken(hook).getFirst().getBodyAsString());
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(vendor.ledger(node).getList("items.possibleDuplicate", Boolean.class))
                                    .containsExactly(true));
        }
        vendor.closeLedger();
        assertThat(vendor.told()).hasSize(2);
    }
}
