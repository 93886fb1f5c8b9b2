package io.bellwether.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.alert.Condition;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Very many alerts at once. */
@QuarkusTest
class PushedStormTest {

    /** More than are written together. */
    private static final int MANY = 1_200;

    private final AlertWorld world;
    private final PushedAlerts pushed;
    private final Alerts alerts;
    private final Instant now = Instant.now();

    PushedStormTest(AlertWorld world, PushedAlerts pushed, Alerts alerts) {
        this.world = world;
        this.pushed = pushed;
        this.alerts = alerts;
    }

    @Test
    void eachOfManyIsToldOnceWhenItBeginsAndOnceWhenItEnds() {
        Vendor vendor = world.vendor();

        pushed.receive(storm(vendor, MANY, now.plus(Duration.ofHours(1))));
        pushed.receive(storm(vendor, MANY, now.plus(Duration.ofHours(1))));

        List<Alert> firing = alerts.open(vendor.id());
        assertThat(firing)
                .hasSize(MANY)
                .allSatisfy(alert -> assertThat(alert.timeline()).hasSize(1))
                .allMatch(alert -> alert.condition() == Condition.FIRING);
        assertThat(firing).extracting(Alert::fingerprint).doesNotHaveDuplicates();
        assertThat(transitions(vendor, "FIRING")).hasSize(MANY).doesNotHaveDuplicates();

        pushed.receive(storm(vendor, MANY, now));

        assertThat(alerts.open(vendor.id())).isEmpty();
        assertThat(transitions(vendor, "RESOLVED"))
                .containsExactlyInAnyOrderElementsOf(
                        firing.stream().map(Alert::id).toList());
        assertThat(world.outbox(vendor, BuiltInRule.EXTERNAL_ALERT)).hasSize(2 * MANY);
    }

    @Test
    void aStormAsksTheDatabaseHardlyMoreOftenThanOneAlert() {
        Vendor vendor = world.vendor();
        Instant later = now.plus(Duration.ofHours(1));
        pushed.receive(storm(vendor, 1, later));

        int one = world.statements(() -> pushed.receive(List.of(alert(vendor, "one", now, later))));
        int many = world.statements(() -> pushed.receive(storm(vendor, 400, later)));

        // What is kept in memory for a few seconds may have to be read anew in between.
        assertThat(many).isLessThan(2 * one);
    }

    @Test
    void whatIsPushedSeveralTimesInOneRequestBeginsEndsAndBeginsAgain() {
        Vendor vendor = world.vendor();
        Instant begin = now.minusSeconds(60);
        Instant later = now.plusSeconds(600);

        pushed.receive(List.of(
                alert(vendor, "same", begin, later),
                alert(vendor, "other", begin, later),
                alert(vendor, "same", begin, begin.plusSeconds(10)),
                alert(vendor, "same", begin.plusSeconds(20), later)));

        assertThat(alerts.open(vendor.id()))
                .extracting(alert -> alert.labels().get("instance"))
                .containsExactlyInAnyOrder("same", "other");
        assertThat(world.outbox(vendor, BuiltInRule.EXTERNAL_ALERT).stream()
                        .filter(transition -> "same".equals(transition.labels().get("instance"))))
                .extracting(AlertTransition::kind)
                .containsExactly("FIRING", "RESOLVED", "FIRING");
    }

    private List<UUID> transitions(Vendor vendor, String kind) {
        return world.outbox(vendor, BuiltInRule.EXTERNAL_ALERT).stream()
                .filter(transition -> transition.kind().equals(kind))
                .map(AlertTransition::episodeId)
                .toList();
    }

    private List<PushedAlert> storm(Vendor vendor, int size, Instant endsAt) {
        return IntStream.range(0, size)
                .mapToObj(number -> alert(vendor, "host-" + number, now.minusSeconds(60), endsAt))
                .toList();
    }

    private static PushedAlert alert(Vendor vendor, String instance, Instant startsAt, Instant endsAt) {
        Map<String, String> labels = Map.of("alertname", "Slow", "vendor", vendor.slug(), "instance", instance);
        return new PushedAlert(labels, Map.of("summary", "It is slow."), startsAt, endsAt);
    }
}
