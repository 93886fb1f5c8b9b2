package io.bellwether.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.core.alert.Severity;
import io.bellwether.vendor.Vendor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Alerts of other systems. */
@QuarkusTest
class PushedAlertsTest {

    private final AlertWorld world;
    private final PushedAlerts pushed;
    private final Clock clock;

    PushedAlertsTest(AlertWorld world, PushedAlerts pushed, Clock clock) {
        this.world = world;
        this.pushed = pushed;
        this.clock = clock;
    }

    @Test
    void oneThatComesTwiceInABatchIsToldOnceAndAtItsWorst() {
        Vendor vendor = world.vendor();
        Instant over = clock.instant().minusSeconds(1);

        push(alert(vendor, "warning", null), alert(vendor, "critical", null), alert(vendor, "critical", over));
        push(alert(vendor, "critical", over), alert(vendor, "warning", null), alert(vendor, "critical", null));

        Alert alert = world.only(vendor, BuiltInRule.EXTERNAL_ALERT);
        assertThat(alert.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(alert.timeline()).extracting(Alert.TimelineEntry::kind).containsExactly("FIRING");
    }

    @Test
    void twoBatchesInOppositeOrdersDoNotStopEachOther() throws Exception {
        PushedAlert first = alert(world.vendor(), "warning", null);
        PushedAlert second = alert(world.vendor(), "warning", null);
        push(second);
        push(first);

        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> other = QuarkusTransaction.requiringNew().call(() -> {
                push(first);
                Future<?> begun = others.submit(() -> push(second, first));
                await().until(() -> world.waitsForALock("pushed_alert"));
                push(second);
                return begun;
            });
            other.get();
        }
    }

    private void push(PushedAlert... alerts) {
        assertThat(pushed.receive(Arrays.asList(alerts))).isEmpty();
    }

    private static PushedAlert alert(Vendor vendor, String severity, @Nullable Instant endsAt) {
        Map<String, String> labels =
                Map.of("alertname", "QueueGrows", "vendor", vendor.slug(), "severity", severity, "queue", "mail");
        return new PushedAlert(labels, Map.of("summary", "Mail is late."), null, endsAt);
    }
}
