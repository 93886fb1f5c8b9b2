package io.bellwether.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A node dies at the worst moments: a table that is taken away from it holds it exactly there. */
@Execution(ExecutionMode.CONCURRENT)
class KillPointsIT {

    @TempDir
    private static Path directory;

    @AutoClose
    private static Stage stage;

    @BeforeAll
    static void open() throws IOException {
        stage = Stage.open(directory);
    }

    @Test
    void beforeTheCommitThereIsNeitherAnAlertNorAMessageAndBothComeWithTheNextPush() throws Exception {
        Cluster cluster = stage.cluster();
        PushedVendor vendor = vendor(cluster);
        try (Application node = vendor.prepared();
                TableLock outbox = cluster.database().lock("outbox")) {
            CompletableFuture<Void> push = CompletableFuture.runAsync(() -> vendor.push(node, null));
            outbox.awaitBlocked("INSERT INTO outbox");
            node.kill();
            assertThat(push.handle((_, failure) -> failure).join()).isNotNull();
        }
        try (Application node = cluster.node()) {
            assertThat(vendor.openAlerts(node)).isEmpty();
            vendor.push(node, null);

            vendor.awaitTold("FIRING");
            vendor.closesWith(node, "FIRING DELIVERED");
        }
    }

    @Test
    void afterTheCommitTheMessageGoesOutOnce() throws Exception {
        Cluster cluster = stage.cluster();
        PushedVendor vendor = vendor(cluster);
        try (Application node = vendor.prepared();
                TableLock notices = cluster.database().lock("notice")) {
            vendor.push(node, null);
            notices.awaitBlocked("INSERT INTO notice");
            node.kill();
        }
        try (Application node = cluster.node()) {
            vendor.awaitTold("FIRING");
            vendor.closesWith(node, "FIRING DELIVERED");
            assertThat(possibleDuplicates(vendor, node)).containsExactly(false);
        }
    }

    @Test
    void betweenSendingAndNotingItTheSameMessageGoesOutOnceMoreAndIsMarked() throws Exception {
        Cluster cluster = stage.cluster();
        PushedVendor vendor = vendor(cluster);
        try (Application node = vendor.prepared();
                TableLock attempts = cluster.database().lock("delivery_attempt")) {
            vendor.push(node, null);
            attempts.awaitBlocked("INSERT INTO delivery_attempt");
            assertThat(vendor.told()).containsExactly("FIRING");
            node.kill();
        }
        try (Application node = cluster.node()) {
            vendor.awaitTold("FIRING", "FIRING");
            List<LoggedRequest> taken = stage.sink().taken(vendor.hook());
            assertThat(taken)
                    .extracting(LoggedRequest::getBodyAsString)
                    .containsOnly(taken.getFirst().getBodyAsString());
            vendor.closesWith(node, "FIRING DELIVERED");
            assertThat(possibleDuplicates(vendor, node)).containsExactly(true);
        }
        assertThat(vendor.told()).hasSize(2);
    }

    private static PushedVendor vendor(Cluster cluster) {
        PushedVendor vendor = cluster.vendor();
        stage.sink().accepts(vendor.hook());
        return vendor;
    }

    private static List<Boolean> possibleDuplicates(PushedVendor vendor, Application node) {
        return vendor.ledger(node).getList("items.possibleDuplicate", Boolean.class);
    }
}
