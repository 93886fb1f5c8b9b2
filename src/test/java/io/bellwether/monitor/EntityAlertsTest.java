package io.bellwether.monitor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;

import io.bellwether.As;
import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.history.Partitions;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens to a vendor's parent is not told as if it had happened to the vendor. */
@QuarkusTest
class EntityAlertsTest {

    private final ResultStore store;
    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final Partitions partitions;

    EntityAlertsTest(ResultStore store, VendorRegister vendors, ProbeRegister probes, Partitions partitions) {
        this.store = store;
        this.vendors = vendors;
        this.probes = probes;
        this.partitions = partitions;
    }

    @Test
    void onlyWhatTheContractingEntityFilesRaisesAnAlert() {
        partitions.ensure(LocalDate.now(ZoneOffset.UTC), LocalDate.now(ZoneOffset.UTC));
        Vendor vendor = vendors.create(NewVendor.named("Subsidiary " + UUID.randomUUID()));
        As.operator()
                .body("""
                        {"entities": [
                         {"role": "CONTRACTING", "name": "Sub", "cik": "1", "source": "Contract", "asOf": "2026-01-01"},
                         {"role": "PARENT", "name": "Top", "cik": "2", "source": "10-K", "asOf": "2026-01-01"}]}""")
                .put("/api/v1/vendors/" + vendor.slug() + "/entities")
                .then()
                .statusCode(200);

        file(probe(vendor, "2"), "filing-8k-2.04");
        alerts(vendor).body("items", empty());

        file(probe(vendor, "1"), "filing-8k-1.03");
        alerts(vendor).body("items.facts.signal", contains("filing-8k-1.03"));
    }

    private ConfiguredProbe probe(Vendor vendor, String cik) {
        return probes.add(
                vendor.id(),
                new NewProbe(
                        "filings",
                        "Filings of " + cik,
                        Duration.ofHours(6),
                        Duration.ofSeconds(10),
                        Confirmation.DEFAULT,
                        Map.of("cik", cik)));
    }

    private void file(ConfiguredProbe probe, String signal) {
        Instant now = Instant.now();
        Finding finding = Finding.event(
                Dimension.FINANCIAL, signal, signal, now.minus(Duration.ofHours(1)), "https://sec.example", Map.of());
        Attempt attempt = new Attempt(now, Outcome.UP, Cause.OK, "Read.", 12, Phases.NONE, Map.of(), List.of(finding));
        store.store(Result.of(probe, false, "", now, List.of(attempt), new NodeName("node", "")));
    }

    private static ValidatableResponse alerts(Vendor vendor) {
        return As.viewer()
                .queryParam("vendor", vendor.slug())
                .get("/api/v1/alerts")
                .then()
                .statusCode(200);
    }
}
