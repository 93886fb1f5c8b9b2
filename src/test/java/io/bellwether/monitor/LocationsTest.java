package io.bellwether.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.Placement;
import io.bellwether.history.LatestState;
import io.bellwether.history.Observation;
import io.bellwether.history.Observations;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.ProbeChange;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nodes in several places on one database. */
@QuarkusTest
class LocationsTest {

    private static final NodeName FRA = new NodeName("fra 1", "fra");
    private static final NodeName FRA_TOO = new NodeName("fra 2", "fra");
    private static final NodeName NYC = new NodeName("nyc 1", "nyc");
    private static final NodeName NOWHERE = new NodeName("somewhere 1", "");

    private final Leases leases;
    private final ResultStore store;
    private final Presence presence;
    private final Observations observations;
    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final Jdbi jdbi;
    private Vendor vendor;

    LocationsTest(
            Leases leases,
            ResultStore store,
            Presence presence,
            Observations observations,
            VendorRegister vendors,
            ProbeRegister probes,
            Jdbi jdbi) {
        this.leases = leases;
        this.store = store;
        this.presence = presence;
        this.observations = observations;
        this.vendors = vendors;
        this.probes = probes;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void oneNodeInEachPlace() {
        List.of("probe_lease", "probe_schedule", "probe_round", "node")
                .forEach(table -> execute("DELETE FROM " + table));
        List.of(FRA, NYC, NOWHERE).forEach(presence::announce);
        vendor = vendors.create(NewVendor.named("Places " + UUID.randomUUID()));
    }

    @Test
    void eachLocationClaimsTheSameDueTimeOnce() {
        ConfiguredProbe probe = probe("fra", "nyc");
        allDue();

        List<Claim> fra = claim(FRA);
        List<Claim> nyc = claim(NYC);

        assertThat(fra).extracting(Claim::location).containsExactly("fra");
        assertThat(nyc).extracting(Claim::location).containsExactly("nyc");
        assertThat(fra.getFirst().dueAt()).isEqualTo(nyc.getFirst().dueAt());
        assertThat(claim(FRA_TOO)).isEmpty();
        assertThat(claim(NOWHERE)).isEmpty();
        assertThat(fra.getFirst().probeId()).isEqualTo(probe.id());
    }

    @Test
    void aProbeWithoutLocationsRunsAnywhereAndOnce() {
        probe();
        allDue();

        assertThat(claim(NYC)).extracting(Claim::location).containsExactly("");
        assertThat(claim(FRA)).isEmpty();
        assertThat(claim(NOWHERE)).isEmpty();
    }

    @Test
    void theScheduleFollowsTheLocations() {
        ConfiguredProbe probe = probe("fra", "nyc");

        probes.change(probe.id(), null, placed(new Placement(List.of("nyc", "syd"), null)));
        assertThat(scheduled(probe)).containsExactlyInAnyOrder("nyc", "syd");
        probes.change(probe.id(), null, placed(Placement.ANYWHERE));
        assertThat(scheduled(probe)).containsExactly("");
        probes.remove(probe.id());
        assertThat(scheduled(probe)).isEmpty();
    }

    @Test
    void theLastAnswerBringsTheVerdict() {
        ConfiguredProbe probe = probe("fra", "nyc");
        allDue();
        Claim fra = claim(FRA).getFirst();
        Claim nyc = claim(NYC).getFirst();

        assertThat(store(probe, fra, FRA, Outcome.DOWN).verdicts()).isEmpty();
        assertThat(observations.latest(probe.id())).isEmpty();
        assertThat(store(probe, nyc, NYC, Outcome.DOWN).verdicts())
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.outcome()).isEqualTo(Outcome.DOWN));

        assertThat(observations.latest(probe.id())).get().satisfies(verdict -> {
            assertThat(verdict.deciding()).isTrue();
            assertThat(verdict.detail()).containsEntry("locations", Map.of("fra", "DOWN", "nyc", "DOWN"));
            assertThat(verdict.reason()).startsWith("DOWN at fra and nyc");
        });
        assertThat(seen(probe, fra, "fra")).singleElement().satisfies(one -> {
            assertThat(one.location()).isEqualTo("fra");
            assertThat(one.deciding()).isFalse();
            assertThat(one.node()).isEqualTo(FRA.name());
        });
        assertThat(seen(probe, fra, "nyc")).hasSize(1);
        assertThat(observations.states(vendor.id()))
                .extracting(LatestState::outcome)
                .containsExactly(Outcome.DOWN);
        assertThat(number("SELECT count(*) FROM probe_round")).isZero();
    }

    @Test
    void twoNodesThatBringTheLastAnswersAtOnceMakeOneVerdict() throws Exception {
        int count = 60;
        Map<UUID, ConfiguredProbe> placed = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            ConfiguredProbe probe = probe("fra", "nyc");
            placed.put(probe.id(), probe);
        }
        allDue();
        var barrier = new CyclicBarrier(2);
        List<Callable<List<Observation>>> nodes = new ArrayList<>();
        for (NodeName node : List.of(FRA, NYC)) {
            List<Claim> claims = claim(node).stream()
                    .sorted(Comparator.comparing(Claim::probeId))
                    .toList();
            nodes.add(() -> {
                List<Observation> verdicts = new ArrayList<>();
                for (int from = 0; from < count; from += 5) {
                    barrier.await(30, TimeUnit.SECONDS);
                    verdicts.addAll(store.store(results(claims.subList(from, from + 5), node, placed::get))
                            .verdicts());
                }
                return verdicts;
            });
        }

        List<Observation> verdicts = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<List<Observation>> node : threads.invokeAll(nodes)) {
                verdicts.addAll(node.get());
            }
        }

        assertThat(verdicts).extracting(Observation::probeId).containsExactlyInAnyOrderElementsOf(placed.keySet());
        assertThat(number("SELECT count(*) FROM observed WHERE vendor_id = '" + vendor.id() + "' AND location = ''"))
                .isEqualTo(count);
        assertThat(number("SELECT count(*) FROM observed WHERE vendor_id = '" + vendor.id() + "' AND location <> ''"))
                .isEqualTo(2L * count);
        assertThat(number("SELECT count(*) FROM probe_round")).isZero();
    }

    @Test
    void aSilentLocationIsWaitedForUntilTheRoundIsOverAndIsNeverBad() {
        ConfiguredProbe probe = probe("fra", "nyc");
        allDue();
        Claim fra = claim(FRA).getFirst();
        Claim nyc = claim(NYC).getFirst();
        store(probe, fra, FRA, Outcome.DOWN);

        assertThat(store.storeOverdue()).as("while the round lasts").isEmpty();
        execute("UPDATE probe_round SET until = now() - interval '1 second'");
        assertThat(store.storeOverdue()).singleElement().satisfies(verdict -> {
            assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
            assertThat(verdict.cause()).isEqualTo(Cause.QUORUM);
        });

        ResultStore.Stored late = store(probe, nyc, NYC, Outcome.DOWN);
        assertThat(late.accepted()).isEqualTo(1);
        assertThat(late.verdicts()).as("there is one already").isEmpty();
        assertThat(seen(probe, nyc, "nyc")).hasSize(1);
        assertThat(seen(probe, nyc, ""))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN));
        assertThat(number("SELECT count(*) FROM probe_round")).isZero();
    }

    @Test
    void aLocationWithoutALivingNodeIsNotWaitedFor() {
        ConfiguredProbe probe = probe("fra", "nyc", "syd");
        execute("UPDATE node SET seen_at = now() - interval '2 minutes' WHERE location = 'nyc'");
        allDue();
        Claim fra = claim(FRA).getFirst();

        assertThat(presence.served()).containsExactly("fra");
        assertThat(store(probe, fra, FRA, Outcome.UP).verdicts())
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.outcome()).isEqualTo(Outcome.UNKNOWN);
                    assertThat(verdict.reason()).contains("UP at fra, no answer from nyc and syd");
                });
    }

    @Test
    void whatAKilledNodeWasRunningIsRunByAnotherOfItsLocation() {
        ConfiguredProbe probe = probe("fra", "nyc");
        allDue();
        Claim lost = claim(FRA).getFirst();
        store(probe, claim(NYC).getFirst(), NYC, Outcome.UP);
        execute("UPDATE probe_lease SET lease_until = now() - interval '1 second'");

        assertThat(claim(NYC)).as("elsewhere").isEmpty();
        Claim taken = claim(FRA_TOO).getFirst();

        assertThat(taken.dueAt()).isEqualTo(lost.dueAt());
        assertThat(store(probe, lost, FRA, Outcome.DOWN).accepted()).isZero();
        assertThat(store(probe, taken, FRA_TOO, Outcome.UP).verdicts()).hasSize(1);
        assertThat(seen(probe, taken, "fra"))
                .singleElement()
                .satisfies(one -> assertThat(one.node()).isEqualTo(FRA_TOO.name()));
        assertThat(seen(probe, taken, "")).hasSize(1);
    }

    @Test
    void theRoundOfARemovedProbeEndsWithoutAVerdict() {
        ConfiguredProbe probe = probe("fra", "nyc");
        allDue();
        store(probe, claim(FRA).getFirst(), FRA, Outcome.DOWN);
        probes.remove(probe.id());
        execute("UPDATE probe_round SET until = now() - interval '1 second'");

        assertThat(store.storeOverdue()).isEmpty();
        assertThat(number("SELECT count(*) FROM probe_round")).isZero();
    }

    private ConfiguredProbe probe(String... locations) {
        return probes.add(
                vendor.id(),
                new NewProbe(
                        "http",
                        "home",
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(2),
                        Confirmation.DEFAULT,
                        new Placement(List.of(locations), null),
                        Map.of("url", "https://example.com/")));
    }

    private static ProbeChange placed(Placement placement) {
        return new ProbeChange(null, null, null, null, placement, null);
    }

    private void allDue() {
        execute("UPDATE probe_schedule SET next_due = now()");
    }

    private List<Claim> claim(NodeName node) {
        return leases.claim(node, 100).claims();
    }

    private ResultStore.Stored store(ConfiguredProbe probe, Claim claim, NodeName node, Outcome outcome) {
        return store.store(Map.of(claim, result(probe, claim, node, outcome)));
    }

    private static Map<Claim, Result> results(
            List<Claim> claims, NodeName node, Function<UUID, ConfiguredProbe> probe) {
        Map<Claim, Result> results = new LinkedHashMap<>();
        claims.forEach(claim -> results.put(claim, result(probe.apply(claim.probeId()), claim, node, Outcome.UP)));
        return results;
    }

    private static Result result(ConfiguredProbe probe, Claim claim, NodeName node, Outcome outcome) {
        Cause cause = outcome.good() ? Cause.OK : Cause.UNEXPECTED_STATUS;
        Attempt attempt = new Attempt(
                claim.dueAt(),
                outcome,
                cause,
                "Seen " + outcome + ".",
                12,
                Phases.NONE,
                Map.of("status", 200),
                List.of());
        return Result.of(probe, true, claim.location(), claim.dueAt(), List.of(attempt), node);
    }

    private List<Observation> seen(ConfiguredProbe probe, Claim claim, String location) {
        return observations.between(
                probe.id(), location, claim.dueAt(), claim.dueAt().plusMillis(1), 10);
    }

    private List<String> scheduled(ConfiguredProbe probe) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT location FROM probe_schedule WHERE probe_id = ?")
                .bind(0, probe.id())
                .mapTo(String.class)
                .list());
    }

    private long number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(long.class).one());
    }

    private void execute(String sql) {
        jdbi.useHandle(handle -> handle.execute(sql));
    }
}
