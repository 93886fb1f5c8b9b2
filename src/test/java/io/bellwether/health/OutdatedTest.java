package io.bellwether.health;

import static io.bellwether.health.WatchedVendors.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Outcome;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutdatedTest {

    private static final Instant SOON = NOW.plus(Duration.ofMinutes(30));

    private final Outdated outdated;
    private final WatchedVendors vendors;
    private final Jdbi jdbi;
    private Vendor vendor;
    private ConfiguredProbe probe;

    OutdatedTest(Outdated outdated, WatchedVendors vendors, Jdbi jdbi) {
        this.outdated = outdated;
        this.vendors = vendors;
        this.jdbi = jdbi;
    }

    /** A vendor whose probe has said UP for 30 days, and to whom nothing else has happened for a day. */
    @BeforeEach
    void watch() {
        vendor = vendors.register("Outdated");
        probe = vendors.observe(vendor, "http", at -> Outcome.UP, at -> 200);
        set("vendor SET updated_at", NOW.minus(Duration.ofDays(1)), "id", vendor.id());
        set("probe SET updated_at", NOW.minus(Duration.ofDays(1)), "id", probe.id());
    }

    @Test
    void aVendorNeverAssessedIs() {
        assertThat(outdated.vendors(NOW)).contains(vendor.id());
    }

    @Test
    void aVendorToWhomNothingHappenedIsNotForAnHour() {
        vendors.snapshot(vendor, 0, 90);

        assertThat(outdated.vendors(SOON)).doesNotContain(vendor.id());
        assertThat(outdated.vendors(NOW.plus(Duration.ofMinutes(61)))).contains(vendor.id());
    }

    @Test
    void anOutageKeepsItSo() {
        vendors.snapshot(vendor, 0, 90);
        jdbi.useHandle(
                handle -> handle.execute("UPDATE probe_state SET outcome = 'DOWN' WHERE probe_id = ?", probe.id()));

        assertThat(outdated.vendors(SOON)).contains(vendor.id());
    }

    @Test
    void aChangeOfStateStoredLateCounts() {
        vendors.snapshot(vendor, 0, 90);
        set("probe_state SET since", NOW.minus(Duration.ofMinutes(1)), "probe_id", probe.id());

        assertThat(outdated.vendors(SOON)).contains(vendor.id());
    }

    @Test
    void aFactMakesItSo() {
        vendors.snapshot(vendor, 0, 90);
        vendors.learn(vendor, WatchedVendors.hostName("FAIL"));

        assertThat(outdated.vendors(SOON)).contains(vendor.id());
    }

    @Test
    void aChangeBySomebodyMakesItSo() {
        vendors.snapshot(vendor, 0, 90);
        set("probe SET updated_at", NOW.plusSeconds(1), "id", probe.id());

        assertThat(outdated.vendors(SOON)).contains(vendor.id());
    }

    @Test
    void anArchivedVendorIsNot() {
        set("vendor SET archived_at", NOW, "id", vendor.id());

        assertThat(outdated.vendors(SOON)).doesNotContain(vendor.id());
    }

    private void set(String column, Instant time, String key, UUID id) {
        jdbi.useHandle(handle -> handle.execute("UPDATE " + column + " = ? WHERE " + key + " = ?", time, id));
    }
}
