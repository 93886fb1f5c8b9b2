package io.bellwether.health;

import static io.bellwether.health.WatchedVendors.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What registers of companies say moves a vendor's health. */
@QuarkusTest
class RegisterHealthTest {

    private final WatchedVendors vendors;
    private final HealthService service;
    private Vendor vendor;

    RegisterHealthTest(
            EvidenceSource evidence, Snapshots snapshots, Event<HealthAssessed> assessed, WatchedVendors vendors) {
        this.vendors = vendors;
        this.service = new HealthService(evidence, snapshots, assessed, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void register() {
        vendor = vendors.register("Registered");
    }

    @Test
    void insolvencyInARegisterCapsTheIndexUntilItIsOver() {
        vendors.watch(vendor, at -> Outcome.UP);
        vendors.learn(vendor, registered("company-insolvency", "INSOLVENT", NOW.minusSeconds(60)));

        Health health = service.of(vendor);

        assertThat(health.dimensions().financial().score()).isEqualTo(5);
        assertThat(health.index()).isEqualTo(20);
        assertThat(health.cap()).isEqualTo("insolvency proceedings");
        vendors.learn(vendor, registered("company-insolvency", "NONE", NOW));
        assertThat(service.of(vendor).cap()).isNull();
    }

    @Test
    void aLookAtCompaniesHouseIsOneAtFilingsAndOneAtLeisIsNot() {
        vendors.observe(vendor, "lei", at -> Outcome.UP, at -> 1);
        vendors.learn(vendor, registered("legal-entity-registration", "LAPSED", NOW));
        assertThat(service.of(vendor).dimensions().financial().score()).isNull();

        vendors.observe(vendor, "companies-house", at -> Outcome.UP, at -> 1);

        assertThat(service.of(vendor).dimensions().financial().score()).isEqualTo(96);
        assertThat(service.of(vendor).dimensions().financial().confidence()).isEqualTo(0.7);
    }

    private static Finding registered(String signal, String value, Instant at) {
        return Finding.state(Dimension.FINANCIAL, signal, signal, value, at, "https://register", Map.of());
    }
}
