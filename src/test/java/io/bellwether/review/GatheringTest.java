package io.bellwether.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Confirmation;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import io.bellwether.vendor.EntityRegister;
import io.bellwether.vendor.EntityRole;
import io.bellwether.vendor.NewEntities;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorEntity;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class GatheringTest {

    private static final Instant NOW = Instant.parse("2001-05-01T00:00:00Z");

    private final Gathering gathering;
    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final EntityRegister entities;
    private final Facts facts;

    GatheringTest(
            Gathering gathering, VendorRegister vendors, ProbeRegister probes, EntityRegister entities, Facts facts) {
        this.gathering = gathering;
        this.vendors = vendors;
        this.probes = probes;
        this.entities = entities;
        this.facts = facts;
    }

    @Test
    void whatTheParentFiledIsNoPartOfTheVendorsReview() {
        Vendor vendor = vendors.create(NewVendor.named("Reviewed " + UUID.randomUUID()));
        learn(vendor, probe(vendor, "1"), "own");
        learn(vendor, probe(vendor, "2"), "of its parent");
        entities.put(vendor.slug(), null, new NewEntities(List.of(parent("2"))));

        Material material = gathering.of(
                vendor, ReviewPeriod.of(Quarter.of(LocalDate.parse("2001-04-01")), ZoneOffset.UTC, NOW), null, NOW);

        assertThat(material.facts()).extracting(Fact::key).containsExactly("own");
    }

    private UUID probe(Vendor vendor, String cik) {
        return probes.add(
                        vendor.id(),
                        new NewProbe(
                                "filings",
                                "Filings of " + cik,
                                Duration.ofHours(6),
                                Duration.ofSeconds(10),
                                Confirmation.DEFAULT,
                                Map.of("cik", cik)))
                .id();
    }

    private void learn(Vendor vendor, UUID probe, String key) {
        Instant at = NOW.minus(Duration.ofDays(2));
        facts.record(
                vendor.id(),
                probe,
                List.of(Finding.event(Dimension.FINANCIAL, "filing-nt-10-q", key, at, "https://sec.example", Map.of())),
                at);
    }

    private static VendorEntity parent(String cik) {
        return new VendorEntity(EntityRole.PARENT, "Top", null, cik, null, null, "10-K", LocalDate.parse("2001-01-01"));
    }
}
