package io.bellwether.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.bellwether.Samples;
import io.bellwether.core.Confirmation;
import io.bellwether.platform.Ids;
import io.bellwether.platform.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProbeRegisterTest {

    private static final ProbeChange NOTHING = new ProbeChange(null, null, null, null, null);

    private final ProbeRegister probes;
    private final VendorRegister vendors;
    private final Changes changes;

    ProbeRegisterTest(ProbeRegister probes, VendorRegister vendors, Changes changes) {
        this.probes = probes;
        this.vendors = vendors;
        this.changes = changes;
    }

    @Test
    void aProbeReadsBackAsItWasAdded() {
        UUID vendor = vendor();
        NewProbe values =
                Samples.probe("http", Map.of("url", "https://example.com/", "expectStatus", List.of("200-299")));

        ConfiguredProbe added = probes.add(vendor, values);

        assertThat(probes.require(added.id())).isEqualTo(added);
        assertThat(added.settings()).isEqualTo(values.settings());
        assertThat(added.every()).isEqualTo(values.every());
        assertThat(added.confirm()).isEqualTo(values.confirm());
        assertThat(probes.of(vendor)).containsExactly(added);
        assertThat(probes.byId(List.of(added.id(), Ids.next()))).isEqualTo(Map.of(added.id(), added));
    }

    @Test
    void aChangeKeepsWhatItDoesNotName() {
        ConfiguredProbe probe = probes.add(vendor(), Samples.probe());

        ConfiguredProbe changed =
                probes.change(probe.id(), "\"0\"", new ProbeChange("Renamed", Duration.ofMinutes(5), null, null, null));

        assertThat(changed.name()).isEqualTo("Renamed");
        assertThat(changed.every()).isEqualTo(Duration.ofMinutes(5));
        assertThat(changed.timeout()).isEqualTo(probe.timeout());
        assertThat(changed.settings()).isEqualTo(probe.settings());
        assertThat(changed.version()).isEqualTo(1);
        assertThat(probes.require(probe.id())).isEqualTo(changed);
    }

    @Test
    void aChangeIsCheckedAgainstWhatItKeeps() {
        ConfiguredProbe probe = probes.add(vendor(), Samples.probe());

        refused(
                400,
                () -> probes.change(probe.id(), null, new ProbeChange(null, Duration.ofSeconds(5), null, null, null)));
        refused(
                400,
                () -> probes.change(
                        probe.id(),
                        null,
                        new ProbeChange(null, null, null, new Confirmation(11, Duration.ZERO), null)));
        assertThat(probes.require(probe.id())).isEqualTo(probe);
    }

    @Test
    void whoSawAnOldVersionChangesNothing() {
        ConfiguredProbe probe = probes.add(vendor(), Samples.probe());
        probes.change(probe.id(), "\"0\"", new ProbeChange("First", null, null, null, null));

        refused(412, () -> probes.change(probe.id(), "\"0\"", NOTHING));
        refused(412, () -> probes.remove(probe.id(), "\"0\""));
        assertThat(probes.require(probe.id()).name()).isEqualTo("First");
    }

    @Test
    void aRemovedProbeIsOutOfServiceButNotForgotten() {
        UUID vendor = vendor();
        ConfiguredProbe probe = probes.add(vendor, Samples.probe());

        probes.remove(probe.id());

        assertThat(probes.of(vendor)).isEmpty();
        refused(404, () -> probes.require(probe.id()));
        refused(404, () -> probes.remove(probe.id()));
        assertThat(probes.find(probe.id()))
                .get()
                .extracting(ConfiguredProbe::removedAt)
                .isNotNull();
    }

    @Test
    void aProbeNeedsAVendor() {
        refused(404, () -> probes.add(Ids.next(), Samples.probe()));
    }

    @Test
    void everyChangeIsAnnouncedInItsTransaction() {
        UUID vendor = vendor();
        ConfiguredProbe probe = probes.add(vendor, Samples.probe());
        probes.change(probe.id(), null, new ProbeChange("Renamed", null, null, null, null));
        vendors.archive(vendors.find(vendor).orElseThrow().slug(), null);

        assertThat(changes.of(probe.id()))
                .extracting(ConfiguredProbe::name, announced -> announced.removedAt() != null)
                .containsExactly(tuple("Sample http", false), tuple("Renamed", false), tuple("Renamed", true));
    }

    private UUID vendor() {
        return vendors.create(Samples.vendor()).id();
    }

    private static void refused(int status, Runnable change) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(change::run)
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(status));
    }

    @Singleton
    static class Changes {

        private final List<ConfiguredProbe> announced = new CopyOnWriteArrayList<>();

        void hear(@Observes ProbeChanged change) {
            assertThat(QuarkusTransaction.getStatus()).isEqualTo(Status.STATUS_ACTIVE);
            announced.add(change.probe());
        }

        List<ConfiguredProbe> of(UUID probeId) {
            return announced.stream()
                    .filter(probe -> probe.id().equals(probeId))
                    .toList();
        }
    }
}
