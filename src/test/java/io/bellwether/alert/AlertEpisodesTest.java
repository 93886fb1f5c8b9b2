package io.bellwether.alert;

import static io.bellwether.alert.AlertWorld.observation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import io.bellwether.core.Outcome;
import io.bellwether.core.alert.Condition;
import io.bellwether.core.alert.Severity;
import io.bellwether.history.Observation;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AlertEpisodesTest {

    private final AlertWorld world;
    private final AlertEngine engine;
    private final AlertUpkeep upkeep;
    private final Alerts alerts;
    private final VendorRegister vendors;
    private final Clock clock;
    private Instant start;

    AlertEpisodesTest(
            AlertWorld world,
            AlertEngine engine,
            AlertUpkeep upkeep,
            Alerts alerts,
            VendorRegister vendors,
            Clock clock) {
        this.world = world;
        this.engine = engine;
        this.upkeep = upkeep;
        this.alerts = alerts;
        this.vendors = vendors;
        this.clock = clock;
    }

    @BeforeEach
    void aWhileAgo() {
        start = clock.instant().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofHours(2));
    }

    @Test
    void anOutageIsToldOnceAndItsEndOnce() {
        Vendor vendor = world.vendor();
        ConfiguredProbe probe = world.probe(vendor, "http");

        observe(probe, Outcome.UP, Outcome.DOWN, Outcome.DOWN, Outcome.UNKNOWN, Outcome.UP, Outcome.DOWN, Outcome.UP);
        Alert ongoing = world.only(vendor, BuiltInRule.VENDOR_DOWN);
        world.observe(observation(probe, at(7), Outcome.UP));
        Alert over = world.only(vendor, BuiltInRule.VENDOR_DOWN);

        assertThat(ongoing.condition()).isEqualTo(Condition.RECOVERING);
        assertThat(ongoing.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(over.condition()).isEqualTo(Condition.RESOLVED);
        assertThat(over.startedAt()).isEqualTo(at(1));
        assertThat(over.resolvedAt()).isEqualTo(at(7));
        assertThat(over.timeline()).extracting(Alert.TimelineEntry::kind).containsExactly("FIRING", "RESOLVED");
        assertThat(world.outbox(vendor, BuiltInRule.VENDOR_DOWN))
                .extracting(AlertTransition::kind, AlertTransition::transition, AlertTransition::at)
                .containsExactly(tuple("FIRING", 1, at(1)), tuple("RESOLVED", 2, at(7)));
        assertThat(world.announced)
                .filteredOn(alert -> alert.id().equals(over.id()))
                .extracting(Alert::condition)
                .containsExactly(Condition.FIRING, Condition.RESOLVED);
    }

    @Test
    void anOutageIsToldInBothVoicesWithoutSecrets() {
        Vendor vendor = world.vendor();
        ConfiguredProbe probe = world.probe(vendor, "http");
        world.observe(observation(world.probe(vendor, "statuspage"), start, Outcome.UP));

        observe(probe, Outcome.DOWN, Outcome.UP, Outcome.UP);

        AlertTransition firing = world.outbox(vendor, BuiltInRule.VENDOR_DOWN).getFirst();
        assertThat(firing.text().it())
                .contains(vendor.name(), "1 of 1 attempts failed", "DOWN for a reason", "UP for a reason")
                .contains("(Europe/Berlin)", "https://www.example.org/login")
                .doesNotContain("secret");
        assertThat(firing.text().marketing()).contains("is not working since", "(America/New_York)", "Ada");
        assertThat(world.outbox(vendor, BuiltInRule.VENDOR_DOWN)
                        .getLast()
                        .text()
                        .marketing())
                .contains("works again", "1 min");
        assertThat(firing.facts()).containsEntry("vendorName", vendor.name());
    }

    @Test
    void aNewOutageIsANewEpisodeWithTheSameFingerprint() {
        Vendor vendor = world.vendor();
        ConfiguredProbe probe = world.probe(vendor, "http");

        observe(probe, Outcome.DOWN, Outcome.UP, Outcome.UP, Outcome.DOWN);

        List<Alert> episodes = world.all(vendor, BuiltInRule.VENDOR_DOWN);
        assertThat(episodes).extracting(Alert::condition).containsExactly(Condition.FIRING, Condition.RESOLVED);
        assertThat(episodes.get(0).episode()).isGreaterThan(episodes.get(1).episode());
        assertThat(episodes.get(0).fingerprint())
                .isEqualTo(episodes.get(1).fingerprint())
                .matches("[0-9a-f]{16}");
        assertThat(world.outbox(vendor, BuiltInRule.VENDOR_DOWN)).hasSize(3);
    }

    @Test
    void thatOneRuleHearsLateOfAProbeTakesNothingFromAnother() {
        Vendor vendor = world.vendor();
        ConfiguredProbe probe = world.probe(vendor, "http");
        observe(probe, Outcome.DEGRADED, Outcome.DEGRADED);

        world.observe(
                observation(probe, at(2), Outcome.DOWN),
                observation(probe, at(3), Outcome.DEGRADED),
                observation(probe, at(4), Outcome.UNKNOWN));

        assertThat(world.only(vendor, BuiltInRule.VENDOR_DOWN).condition()).isEqualTo(Condition.RECOVERING);
        assertThat(world.all(vendor, BuiltInRule.VENDOR_SLOW)).isEmpty();
    }

    @Test
    void whatArrivesLateOpensNothing() {
        Vendor vendor = world.vendor();
        ConfiguredProbe probe = world.probe(vendor, "http");
        observe(probe, Outcome.UP, Outcome.UP);

        world.observe(observation(probe, start.plusSeconds(30), Outcome.DOWN));

        assertThat(world.all(vendor, BuiltInRule.VENDOR_DOWN)).isEmpty();
    }

    @Test
    void whatIsStoredTogetherIsToldInTheOrderItHappened() {
        Vendor vendor = world.vendor();
        ConfiguredProbe probe = world.probe(vendor, "http");

        world.observe(
                observation(probe, at(2), Outcome.UP),
                observation(probe, at(0), Outcome.DOWN),
                observation(probe, at(1), Outcome.UP));

        assertThat(world.outbox(vendor, BuiltInRule.VENDOR_DOWN))
                .extracting(AlertTransition::kind, AlertTransition::at)
                .containsExactly(tuple("FIRING", at(0)), tuple("RESOLVED", at(2)));
    }

    @Test
    void twoNodesThatSeeTheSameOutageOpenOneEpisode() throws Exception {
        Vendor vendor = world.vendor();
        ConfiguredProbe probe = world.probe(vendor, "http");
        CountDownLatch decided = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);

        try (ExecutorService nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> first =
                    nodes.submit(() -> QuarkusTransaction.requiringNew().run(() -> {
                        engine.observed(List.of(observation(probe, at(0), Outcome.DOWN)));
                        decided.countDown();
                        passed(mayCommit);
                    }));
            passed(decided);
            Future<?> second = nodes.submit(() -> QuarkusTransaction.requiringNew()
                    .run(() -> engine.observed(List.of(observation(probe, at(1), Outcome.DOWN)))));
            await().atMost(Duration.ofSeconds(20)).until(() -> world.waitsForALock("alert_episode"));
            mayCommit.countDown();
            first.get(30, TimeUnit.SECONDS);
            second.get(30, TimeUnit.SECONDS);
        }

        assertThat(world.only(vendor, BuiltInRule.VENDOR_DOWN).condition()).isEqualTo(Condition.FIRING);
        assertThat(world.outbox(vendor, BuiltInRule.VENDOR_DOWN)).hasSize(1);
    }

    @Test
    void aFailedTransactionLeavesNoTrace() {
        Vendor vendor = world.vendor();
        ConfiguredProbe probe = world.probe(vendor, "http");

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    engine.observed(List.of(observation(probe, at(0), Outcome.DOWN)));
                    throw new IllegalStateException("the batch could not be stored");
                }))
                .hasMessageContaining("could not be stored");

        assertThat(world.all(vendor, BuiltInRule.VENDOR_DOWN)).isEmpty();
        assertThat(world.outbox(vendor, BuiltInRule.VENDOR_DOWN)).isEmpty();
        assertThat(world.announced).noneMatch(alert -> alert.vendor().equals(vendor.slug()));
    }

    @Test
    void aQuietBatchAsksTheDatabaseOnce() {
        ConfiguredProbe probe = world.probe(world.vendor(), "http");
        List<Observation> batch = IntStream.range(0, 500)
                .mapToObj(n -> observation(twin(probe), at(0), Outcome.UP))
                .toList();

        int statements = QuarkusTransaction.requiringNew().call(() -> {
            engine.observed(List.of(batch.getFirst()));
            return world.statements(() -> engine.observed(batch));
        });

        assertThat(statements).isEqualTo(1);
    }

    @Test
    void anArchivedVendorsAlertsAreClosedWithoutAMessage() {
        Vendor vendor = world.vendor();
        observe(world.probe(vendor, "http"), Outcome.DOWN);

        vendors.archive(vendor.slug(), null);
        upkeep.run();

        Alert closed = world.only(vendor, BuiltInRule.VENDOR_DOWN);
        assertThat(closed.condition()).isEqualTo(Condition.RESOLVED);
        assertThat(closed.timeline()).extracting(Alert.TimelineEntry::kind).containsExactly("FIRING", "CLOSED");
        assertThat(world.outbox(vendor, BuiltInRule.VENDOR_DOWN)).hasSize(1);
    }

    @Test
    void alertsAreFoundByTheTimeTheyWereOpen() {
        Vendor vendor = world.vendor();
        observe(world.probe(vendor, "http"), Outcome.UP, Outcome.DOWN, Outcome.UP, Outcome.UP);

        assertThat(alerts.between(vendor.id(), at(2), at(10))).hasSize(1);
        assertThat(alerts.between(vendor.id(), start.minusSeconds(60), at(1))).isEmpty();
        assertThat(alerts.between(vendor.id(), at(4), at(10))).isEmpty();
        assertThat(alerts.open(vendor.id())).isEmpty();
        assertThat(alerts.openCounts()).doesNotContainKey(vendor.id());
    }

    private void observe(ConfiguredProbe probe, Outcome... outcomes) {
        IntStream.range(0, outcomes.length)
                .forEach(minute -> world.observe(observation(probe, at(minute), outcomes[minute])));
    }

    private static ConfiguredProbe twin(ConfiguredProbe probe) {
        return new ConfiguredProbe(
                UUID.randomUUID(),
                probe.vendorId(),
                probe.kind(),
                probe.name(),
                probe.every(),
                probe.timeout(),
                probe.confirm(),
                probe.placement(),
                probe.settings(),
                probe.createdAt(),
                probe.updatedAt(),
                null,
                0);
    }

    private Instant at(int minute) {
        return start.plus(Duration.ofMinutes(minute));
    }

    private static void passed(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
