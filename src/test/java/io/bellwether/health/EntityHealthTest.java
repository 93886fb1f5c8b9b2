package io.bellwether.health;

import static io.bellwether.health.WatchedVendors.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.bellwether.As;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.Driver;
import io.bellwether.fact.Facts;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.EntityRegister;
import io.bellwether.vendor.EntityRole;
import io.bellwether.vendor.NewEntities;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorEntity;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The contracting entity is rated, its parent and its guarantor are shown. */
@QuarkusTest
class EntityHealthTest {

    private static final String OWN = "1234";
    private static final String PARENTS = "5678";
    private static final String PARENTS_LEI = "HWUPKR0MPOU8FGXBT394";

    private final WatchedVendors vendors;
    private final EntityRegister entities;
    private final Facts facts;
    private final HealthService service;
    private Vendor vendor;

    EntityHealthTest(
            EvidenceSource evidence,
            Snapshots snapshots,
            Event<HealthAssessed> assessed,
            WatchedVendors vendors,
            EntityRegister entities,
            Facts facts) {
        this.vendors = vendors;
        this.entities = entities;
        this.facts = facts;
        this.service = new HealthService(evidence, snapshots, assessed, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @BeforeEach
    void register() {
        vendor = vendors.register("Subsidiary");
    }

    @Test
    void theParentsTroublesAreNotTheVendors() {
        watch("filings", Map.of("cik", OWN));
        ConfiguredProbe probe = watch("filings", Map.of("cik", PARENTS));
        file(probe, "filing-nt-10-k", "8-K trouble");
        assertThat(financial().score()).as("nobody has said whose they are").isEqualTo(75);

        put(contracting(), parent(EntityRole.PARENT));

        assertThat(financial().score()).isEqualTo(100);
        finance()
                .body("events", empty())
                .body("entities.entity.role", contains("CONTRACTING", "PARENT"))
                .body("entities[0].rated", is(true))
                .body("entities[1].rated", is(false))
                .body("entities[1].numbers.cik", contains(PARENTS))
                .body("entities[1].events.signal", contains("filing-nt-10-k"))
                .body("entities[1].pointsNow", is(0f))
                .body("entities[1].state", nullValue());
    }

    @Test
    void whoIsNeitherTheContractingEntityNorRegisteredIsShownWithoutARole() {
        file(watch("filings", Map.of("cik", PARENTS)), "filing-nt-10-k", "late");
        put(contracting());

        assertThat(financial().score()).isNull();
        finance()
                .body("entities", hasSize(2))
                .body("entities[1].entity", nullValue())
                .body("entities[1].numbers.cik", contains(PARENTS))
                .body("entities[1].events", hasSize(1));
    }

    @Test
    void aLookAtTheParentIsNoneAtTheVendor() {
        watch("filings", Map.of("cik", PARENTS));
        assertThat(financial().score()).isEqualTo(100);

        put(contracting(), parent(EntityRole.PARENT));

        assertThat(financial().score())
                .as("silence about another is no good news")
                .isNull();
    }

    @Test
    void aParentsBankruptcyIsAWarningAndNoFailure() {
        watch("filings", Map.of("cik", OWN));
        ConfiguredProbe probe = watch("filings", Map.of("cik", PARENTS));
        file(probe, "filing-8k-1.03", "petition");
        put(contracting(), parent(EntityRole.PARENT));

        Health health = service.of(vendor);

        assertThat(health.cap()).isNull();
        assertThat(health.dimensions().financial().score()).isEqualTo(80);
        assertThat(health.dimensions().financial().drivers()).singleElement().satisfies(driver -> {
            assertThat(driver.signal()).isEqualTo("entity-insolvency");
            assertThat(driver.contribution()).isEqualTo(20);
            assertThat(driver.source()).isEqualTo("https://sec.example/petition");
            assertThat(driver.since()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        });
        finance()
                .body("state", nullValue())
                .body("entities[1].state.kind", is("FAILED_OR_RESTRUCTURING"))
                .body("entities[1].insolventSince", startsWith("2026-11-21"))
                .body("entities[1].pointsNow", is(20f));
    }

    @Test
    void aGuarantorsInsolvencyInARegisterIsAWarningAndOneOfBothIsTwo() {
        watch("filings", Map.of("cik", OWN));
        ConfiguredProbe parent = watch("filings", Map.of("cik", PARENTS));
        ConfiguredProbe guarantor = watch("companies-house", Map.of("companyNumber", "07654321"));
        learn(guarantor, state("company-insolvency", "INSOLVENT"));
        put(contracting(), parent(EntityRole.PARENT), guarantor());
        assertThat(financial().drivers()).extracting(Driver::contribution).containsExactly(20);

        file(parent, "filing-8k-1.03", "petition");

        assertThat(financial().score()).isEqualTo(60);
        assertThat(service.of(vendor).cap()).isNull();
    }

    @Test
    void whatARemovedProbeFoundOfTheParentStaysTheParents() {
        watch("filings", Map.of("cik", OWN));
        ConfiguredProbe probe = watch("filings", Map.of("cik", PARENTS));
        file(probe, "filing-nt-10-k", "late");
        put(contracting(), parent(EntityRole.PARENT));
        As.operator().delete("/api/v1/probes/" + probe.id()).then().statusCode(204);

        assertThat(financial().score()).isEqualTo(100);
    }

    @Test
    void aParentThatTheIndexTellsIsSuggestedUntilItIsRegistered() {
        ConfiguredProbe probe = watch("lei", Map.of("lei", "529900T8BM49AURSDO55"));
        learn(probe, parentTold("legal-entity-parent", PARENTS_LEI));
        learn(probe, parentTold("legal-entity-ultimate-parent", PARENTS_LEI));
        String path = "/api/v1/vendors/" + vendor.slug() + "/entities";

        VendorEntity suggested = As.viewer()
                .get(path + "/suggestions")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].role", is("PARENT"))
                .body("items[0].name", is("Parent AG"))
                .body("items[0].lei", is(PARENTS_LEI))
                .body("items[0].source", is("Index of legal entities, https://lei.example"))
                .body("items[0].asOf", notNullValue())
                .extract()
                .jsonPath()
                .getObject("items[0]", VendorEntity.class);
        As.viewer().get(path).then().body("entities.role", contains("CONTRACTING"));

        put(suggested);

        As.viewer().get(path + "/suggestions").then().body("items", empty());
    }

    @Test
    void noParentReportedIsNoSuggestion() {
        ConfiguredProbe probe = watch("lei", Map.of("lei", "529900T8BM49AURSDO55"));
        learn(probe, parentTold("legal-entity-parent", "NONE_REPORTED"));

        As.viewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/entities/suggestions")
                .then()
                .body("items", empty());
    }

    private DimensionScore financial() {
        return service.of(vendor).dimensions().financial();
    }

    private ValidatableResponse finance() {
        return As.viewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/finance")
                .then()
                .statusCode(200);
    }

    private ConfiguredProbe watch(String kind, Map<String, Object> settings) {
        return vendors.observe(vendor, kind, settings, at -> Outcome.UP, at -> 1);
    }

    private void file(ConfiguredProbe probe, String signal, String key) {
        Instant at = NOW.minus(Duration.ofDays(1));
        String source = "https://sec.example/" + key;
        learn(probe, Finding.event(Dimension.FINANCIAL, signal, key, at, source, Map.of()));
    }

    private void learn(ConfiguredProbe probe, Finding finding) {
        facts.record(vendor.id(), probe.id(), List.of(finding), NOW);
    }

    private static Finding state(String signal, String value) {
        return Finding.state(Dimension.FINANCIAL, signal, signal, value, NOW, "https://register.example", Map.of());
    }

    private static Finding parentTold(String signal, String lei) {
        return Finding.state(
                Dimension.FINANCIAL, signal, signal, lei, NOW, "https://lei.example", Map.of("name", "Parent AG"));
    }

    private void put(VendorEntity... all) {
        entities.put(vendor.slug(), null, new NewEntities(List.of(all)));
    }

    private static VendorEntity contracting() {
        return entity(EntityRole.CONTRACTING, OWN, null);
    }

    private static VendorEntity parent(EntityRole role) {
        return entity(role, PARENTS, null);
    }

    private static VendorEntity guarantor() {
        return entity(EntityRole.GUARANTOR, null, "07654321");
    }

    private static VendorEntity entity(EntityRole role, String cik, String companyNumber) {
        return new VendorEntity(
                role, "Of role " + role, null, cik, companyNumber, null, "Contract", LocalDate.of(2026, 1, 1));
    }
}
