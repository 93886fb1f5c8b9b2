package io.bellwether.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LeasesTest {

    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final NodeName A = new NodeName("a", "");
    private static final NodeName B = new NodeName("b", "");

    private final Leases leases;
    private final CurrentProbes current;
    private final ResultStore store;
    private final Observations observations;
    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final Jdbi jdbi;
    private Vendor vendor;

    LeasesTest(
            Leases leases,
            CurrentProbes current,
            ResultStore store,
            Observations observations,
            VendorRegister vendors,
            ProbeRegister probes,
            Jdbi jdbi) {
        this.leases = leases;
        this.current = current;
        this.store = store;
        this.observations = observations;
        this.vendors = vendors;
        this.probes = probes;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void emptySchedule() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM probe_lease"));
        jdbi.useHandle(handle -> handle.execute("DELETE FROM probe_schedule"));
        vendor = vendors.create(NewVendor.named("Lease " + UUID.randomUUID()));
    }

    @Test
    void aNewProbeIsDueWithinItsInterval() {
        ConfiguredProbe probe = probe();

        assertThat(nextDue(probe)).isBetween(Instant.now(), Instant.now().plus(EVERY));
    }

    @Test
    void twoNodesNeverClaimTheSameDueTime() throws InterruptedException, ExecutionException {
        for (int i = 0; i < 200; i++) {
            due(probe(), "now()");
        }

        List<Claim> claims = new ArrayList<>();
        try (var nodes = Executors.newFixedThreadPool(4)) {
            List<Callable<List<Claim>>> tasks = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                NodeName node = new NodeName("node-" + i % 4, "");
                tasks.add(() -> leases.claim(node, 25).claims());
            }
            for (Future<List<Claim>> task : nodes.invokeAll(tasks)) {
                claims.addAll(task.get());
            }
        }

        Set<UUID> claimed = new HashSet<>();
        claims.forEach(claim -> assertThat(claimed.add(claim.probeId())).isTrue());
        claims.addAll(leases.claim(A, 200).claims());
        assertThat(claims).hasSize(200);
    }

    @Test
    void theNextDueTimeIsOneIntervalLater() {
        ConfiguredProbe probe = probe();
        due(probe, "now()");

        Claim claim = leases.claim(A, 10).claims().getFirst();

        assertThat(nextDue(probe)).isEqualTo(claim.dueAt().plus(EVERY));
    }

    @Test
    void aProbeIsRunAsItIsConfiguredNow() {
        ConfiguredProbe probe = probe();
        assertThat(claimed(probe).timeout()).isEqualTo(probe.timeout());

        Duration longer = Duration.ofSeconds(9);
        probes.change(probe.id(), null, new ProbeChange(null, null, longer, null, null));

        assertThat(claimed(probe).timeout()).isEqualTo(longer);
    }

    private ConfiguredProbe claimed(ConfiguredProbe probe) {
        due(probe, "now()");
        return current.at(leases.claim(A, 10).versions()).get(probe.id());
    }

    @Test
    void dueTimesThatPassedAreSkippedAndCounted() {
        ConfiguredProbe probe = probe();
        due(probe, "now() - interval '35 seconds'");
        Instant first = nextDue(probe);

        Leases.Claimed claimed = leases.claim(A, 10);

        assertThat(claimed.claims())
                .singleElement()
                .satisfies(claim -> assertThat(claim.dueAt()).isEqualTo(first.plusSeconds(30)));
        assertThat(claimed.skipped()).isEqualTo(3);
    }

    @Test
    void aLateResultOfALostLeaseIsRefused() {
        ConfiguredProbe probe = probe();
        due(probe, "now()");
        Claim lost = leases.claim(A, 10).claims().getFirst();
        jdbi.useHandle(handle -> handle.execute("UPDATE probe_lease SET lease_until = now() - interval '1 second'"));
        Claim taken = leases.claim(B, 10).claims().getFirst();

        assertThat(taken.dueAt()).isEqualTo(lost.dueAt());
        assertThat(store.store(Map.of(lost, result(probe, lost, A))).accepted()).isZero();
        assertThat(store.store(Map.of(taken, result(probe, taken, B))).accepted())
                .isEqualTo(1);
        assertThat(observations.between(probe.id(), lost.dueAt(), lost.dueAt().plusMillis(1), 10))
                .singleElement()
                .satisfies(observation -> assertThat(observation.node()).isEqualTo("b"));
    }

    @Test
    void aDueTimeLongPastIsNotRunAnyMore() {
        ConfiguredProbe probe = probe();
        due(probe, "now()");
        leases.claim(A, 10);
        jdbi.useHandle(
                handle -> handle.execute(
                        "UPDATE probe_lease SET lease_until = now() - interval '5 minutes', due_at = due_at - interval '6 minutes'"));

        Leases.Claimed claimed = leases.claim(B, 10);

        assertThat(claimed.claims()).isEmpty();
        assertThat(claimed.skipped()).isEqualTo(1);
    }

    @Test
    void aStoppedNodesClaimsAreTakenOverAtOnce() {
        due(probe(), "now()");
        leases.claim(A, 10);

        leases.abandon(A);

        assertThat(leases.claim(B, 10).claims()).hasSize(1);
    }

    @Test
    void aRemovedProbeIsNeverDueAgain() {
        ConfiguredProbe probe = probe();

        probes.remove(probe.id());

        int rows =
                jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM probe_schedule WHERE probe_id = ?")
                        .bind(0, probe.id())
                        .mapTo(int.class)
                        .one());
        assertThat(rows).isZero();
    }

    private ConfiguredProbe probe() {
        return probes.add(
                vendor.id(),
                new NewProbe(
                        "http",
                        "home",
                        EVERY,
                        Duration.ofSeconds(2),
                        Confirmation.DEFAULT,
                        Map.of("url", "https://example.com/")));
    }

    private void due(ConfiguredProbe probe, String expression) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "UPDATE probe_schedule SET next_due = " + expression + " WHERE probe_id = ?")
                .bind(0, probe.id())
                .execute());
    }

    private Instant nextDue(ConfiguredProbe probe) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT next_due FROM probe_schedule WHERE probe_id = ?")
                .bind(0, probe.id())
                .mapTo(Instant.class)
                .one());
    }

    private static Result result(ConfiguredProbe probe, Claim claim, NodeName node) {
        Attempt attempt = new Attempt(
                claim.dueAt(), Outcome.UP, Cause.OK, "200 in 12 ms", 12, Phases.NONE, Map.of("status", 200), List.of());
        return Result.of(probe, true, claim.location(), claim.dueAt(), List.of(attempt), node);
    }
}
