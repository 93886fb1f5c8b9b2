package io.bellwether.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.bellwether.core.Confirmation;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.score.RuleSet;
import io.bellwether.platform.Role;
import io.bellwether.platform.Tokens;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.hamcrest.Matchers;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FactsTest {

    private static final Instant NOW = Instant.parse("2026-01-22T10:00:00Z");

    private final Facts facts;
    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final Tokens tokens;
    private final Jdbi jdbi;
    private Vendor vendor;

    FactsTest(Facts facts, VendorRegister vendors, ProbeRegister probes, Tokens tokens, Jdbi jdbi) {
        this.facts = facts;
        this.vendors = vendors;
        this.probes = probes;
        this.tokens = tokens;
        this.jdbi = jdbi;
    }

    @BeforeEach
    void register() {
        vendor = vendors.create(NewVendor.named("Facts " + UUID.randomUUID()));
    }

    @Test
    void anEventToldTwiceIsStoredOnce() {
        List<Finding> filings = List.of(event("filing-8k-3.01", "0001-26-1"), event("filing-8k-5.02", "0001-26-1b"));

        assertThat(record(NOW, filings))
                .extracting(Fact::signal)
                .containsExactlyInAnyOrder("filing-8k-3.01", "filing-8k-5.02");
        assertThat(record(NOW.plusSeconds(60), filings)).isEmpty();
        assertThat(facts.current(vendor.id(), Dimension.FINANCIAL))
                .hasSize(2)
                .allSatisfy(fact -> assertThat(fact.knownAt()).isEqualTo(NOW));
    }

    @Test
    void anIncidentThatGoesOnIsTheSameEventWithTheVendorsLatestPosts() {
        Map<String, Object> first = Map.of(
                "startedAt",
                "2026-01-22T09:50:00Z",
                "updates",
                List.of(Map.of("at", "2026-01-22T09:58:00Z", "status", "investigating")));
        Map<String, Object> last = Map.of(
                "startedAt", "2026-01-22T09:45:00Z",
                "resolvedAt", "2026-01-22T10:40:00Z",
                "updates",
                        List.of(
                                Map.of("at", "2026-01-22T10:40:00Z", "status", "resolved"),
                                Map.of("at", "2026-01-22T09:58:00Z", "status", "investigating")));
        Instant begun = Instant.parse("2026-01-22T09:50:00Z");
        record(NOW, List.of(incident(begun, first)));
        Instant later = NOW.plusSeconds(2500);

        List<Fact> news = record(later, List.of(incident(begun.minusSeconds(300), last)));

        assertThat(news).as("what alerts are raised from").isEmpty();
        assertThat(facts.current(vendor.id(), Dimension.UPTIME)).singleElement().satisfies(fact -> {
            assertThat(fact.detail()).isEqualTo(last);
            assertThat(fact.occurredAt()).isEqualTo(begun);
            assertThat(fact.knownAt()).isEqualTo(NOW);
            assertThat(fact.supersededAt()).isNull();
        });
    }

    @Test
    void theSameFindingTwiceInOneBatchIsStoredOnce() {
        assertThat(record(NOW, List.of(state("PASS", NOW), state("FAIL", NOW))))
                .extracting(Fact::value)
                .containsExactly("FAIL");
    }

    @Test
    void aStateThatChangesSupersedesTheOneBefore() {
        record(NOW, List.of(state("PASS", NOW)));
        Instant later = NOW.plusSeconds(3600);

        List<Fact> changed = record(later, List.of(state("FAIL", later)));

        assertThat(changed).extracting(Fact::value).containsExactly("FAIL");
        assertThat(facts.current(vendor.id(), Dimension.SECURITY)).isEqualTo(changed);
        assertThat(facts.between(vendor.id(), NOW, later.plusSeconds(1)))
                .extracting(Fact::value, Fact::supersededAt)
                .containsExactly(tuple("FAIL", null), tuple("PASS", later));
    }

    @Test
    void aStateThatHoldsKeepsItsBeginAndRefreshesItsEvidence() {
        record(NOW, List.of(state("PASS", NOW)));
        Instant later = NOW.plusSeconds(3600);
        Finding again = Finding.state(
                Dimension.SECURITY, "tls-host-name", "tls-host-name@a", "PASS", later, "https://b", Map.of("days", 2));

        assertThat(record(later, List.of(again))).isEmpty();
        assertThat(facts.current(vendor.id(), Dimension.SECURITY))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.occurredAt()).isEqualTo(NOW);
                    assertThat(fact.knownAt()).isEqualTo(NOW);
                    assertThat(fact.source()).isEqualTo("https://b");
                    assertThat(fact.detail()).isEqualTo(Map.of("days", 2));
                });
    }

    @Test
    void aLateMessageOfAnEarlierStateChangesNothing() {
        record(NOW, List.of(state("PASS", NOW)));

        assertThat(record(NOW.plusSeconds(9), List.of(state("FAIL", NOW.minusSeconds(60)))))
                .isEmpty();
        assertThat(facts.current(vendor.id(), Dimension.SECURITY))
                .extracting(Fact::value)
                .containsExactly("PASS");
    }

    @Test
    void aNodeThatMeetsAnothersUncommittedChangeComparesAgain() throws Exception {
        record(NOW, List.of(state("PASS", NOW)));
        Instant later = NOW.plusSeconds(60);
        try (ExecutorService otherNode = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<Fact>> other = QuarkusTransaction.requiringNew().call(() -> {
                record(later, List.of(state("FAIL", later)));
                Future<List<Fact>> waiting =
                        otherNode.submit(() -> record(later, List.of(state("WARN", later.plusSeconds(1)))));
                Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::somebodyWaitsForALock);
                return waiting;
            });

            assertThat(other.get(10, TimeUnit.SECONDS)).extracting(Fact::value).containsExactly("WARN");
        }
        assertThat(facts.current(vendor.id(), Dimension.SECURITY))
                .extracting(Fact::value)
                .containsExactly("WARN");
        assertThat(facts.between(vendor.id(), NOW, NOW.plusSeconds(600)))
                .extracting(Fact::value)
                .containsExactly("WARN", "FAIL", "PASS");
    }

    @Test
    void whatARemovedProbeSaidLastNoLongerHoldsButItsEventsStay() {
        ConfiguredProbe probe = probes.add(
                vendor.id(),
                new NewProbe(
                        "headers",
                        "headers",
                        Duration.ofMinutes(10),
                        Duration.ofSeconds(10),
                        Confirmation.DEFAULT,
                        Map.of("url", "https://vendor.example/")));
        facts.record(vendor.id(), probe.id(), List.of(state("FAIL", NOW), event("filing-8k-3.01", "k")), NOW);

        probes.remove(probe.id());

        assertThat(facts.current(vendor.id(), Dimension.SECURITY)).isEmpty();
        assertThat(facts.current(vendor.id(), Dimension.FINANCIAL)).hasSize(1);
    }

    @Test
    void keepsWhateverTextAVendorSends() {
        Map<String, Object> detail = Map.of("value", "a\u0000b \\u0000 \\\u0000 ☃ '\"", "many", "x".repeat(50_000));
        Finding hostile = Finding.state(
                Dimension.SECURITY, "tls-chain", "tls-chain@\u0000x", "FAIL", NOW, "https://a/\u0000", detail);

        assertThat(record(NOW, List.of(hostile))).singleElement().satisfies(fact -> {
            assertThat(fact.key()).isEqualTo("tls-chain@x");
            assertThat(fact.detail()).containsEntry("value", "ab \\u0000 \\ ☃ '\"");
        });
        assertThat(record(NOW, List.of(hostile))).isEmpty();
    }

    @Test
    void betweenFindsWhatHappenedOrBecameKnown() {
        Finding old = Finding.event(
                Dimension.FINANCIAL, "filing-8k-4.02", "old", NOW.minus(Duration.ofDays(400)), "https://f", Map.of());
        record(NOW, List.of(old));

        assertThat(facts.between(vendor.id(), NOW, NOW.plusSeconds(1))).hasSize(1);
        assertThat(facts.between(vendor.id(), NOW.minus(Duration.ofDays(401)), NOW.minus(Duration.ofDays(399))))
                .hasSize(1);
        assertThat(facts.between(vendor.id(), NOW.minus(Duration.ofDays(300)), NOW))
                .isEmpty();
    }

    @Test
    void tellsTheSecurityEvidenceOverRest() {
        record(NOW, List.of(state("FAIL", NOW)));

        asViewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/security")
                .then()
                .statusCode(200)
                .body("vendor", Matchers.is(vendor.slug()))
                .body("asOf", Matchers.is("2026-01-22T10:00:00Z"))
                .body("checks.checkId", Matchers.contains("tls-host-name"))
                .body("checks[0].outcome", Matchers.is("FAIL"))
                .body("checks[0].points", Matchers.is(35f))
                .body("checks[0].since", Matchers.is("2026-01-22T10:00:00Z"))
                .body("checks[0].source", Matchers.is("https://a"))
                .body("checks[0].evidence.days", Matchers.is(1))
                .body("events", Matchers.empty());
    }

    @Test
    void tellsTheFinancialEvidenceOverRestNewestFirst() {
        Finding older = Finding.event(
                Dimension.FINANCIAL, "filing-nt-10-k", "nt", NOW.minus(Duration.ofDays(270)), "https://nt", Map.of());
        record(NOW, List.of(older, event("filing-8k-2.04", "now")));

        asViewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/finance")
                .then()
                .statusCode(200)
                .body("events.signal", Matchers.contains("filing-8k-2.04", "filing-nt-10-k"))
                .body("events[0].weight", Matchers.is(45f))
                .body("events[0].halfLifeDays", Matchers.is(180))
                .body("events[0].clustered", Matchers.is(false))
                .body("events[0].rationale", Matchers.containsString("Cash is due"))
                .body("ruleSet", Matchers.is(RuleSet.CURRENT))
                .body("state", Matchers.nullValue())
                .body("slipping", Matchers.is(false))
                .body("events[1].weight", Matchers.is(25f))
                .body("events[1].pointsNow", Matchers.lessThanOrEqualTo(12.6f))
                .body("events[1].source", Matchers.is("https://nt"));
    }

    @Test
    void tellsTheStateThatOverridesTheFilings() {
        facts.record(
                vendor.id(),
                null,
                List.of(event("filing-8k-1.03", "petition"), event("filing-8k-2.04", "default")),
                NOW);

        asViewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/finance")
                .then()
                .statusCode(200)
                .body("state.kind", Matchers.is("FAILED_OR_RESTRUCTURING"))
                .body("state.since", Matchers.is(NOW.toString()))
                .body("state.source", Matchers.is("https://f/petition"))
                .body("state.text.marketing", Matchers.containsString("court"));
    }

    @Test
    void tellsWhatRegistersSayNowAndNoMoreOfWhatHasEnded() {
        record(NOW, List.of(registered("company-accounts", "OVERDUE", Map.of("since", "2025-12-01"))));
        record(NOW, List.of(registered("company-strike-off", "PROPOSED", Map.of())));
        record(NOW.plusSeconds(1), List.of(registered("company-strike-off", "NONE", Map.of())));

        asViewer()
                .get("/api/v1/vendors/" + vendor.slug() + "/finance")
                .then()
                .statusCode(200)
                .body("events", Matchers.empty())
                .body("registers.signal", Matchers.contains("company-accounts", "company-strike-off"))
                .body("registers.value", Matchers.contains("OVERDUE", "NONE"))
                .body("registers[0].since", Matchers.is("2025-12-01T00:00:00Z"))
                .body("registers[0].pointsNow", Matchers.greaterThanOrEqualTo(25f))
                .body("registers[1].since", Matchers.is("2026-01-22T10:00:00Z"))
                .body("registers[1].pointsNow", Matchers.is(0f));
    }

    private static Finding registered(String signal, String value, Map<String, Object> detail) {
        return Finding.state(Dimension.FINANCIAL, signal, signal, value, NOW, "https://register", detail);
    }

    @Test
    void answersNobodyWithoutTokenAndNothingForAVendorThatIsNotThere() {
        RestAssured.get("/api/v1/vendors/" + vendor.slug() + "/finance").then().statusCode(401);
        asViewer().get("/api/v1/vendors/no-such-vendor/security").then().statusCode(404);
    }

    private RequestSpecification asViewer() {
        return RestAssured.given()
                .auth()
                .oauth2(tokens.create("facts", Role.VIEWER, null).secret());
    }

    private boolean somebodyWaitsForALock() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) > 0 FROM pg_locks WHERE NOT granted")
                .mapTo(boolean.class)
                .one());
    }

    private List<Fact> record(Instant knownAt, List<Finding> findings) {
        return facts.record(vendor.id(), null, findings, knownAt);
    }

    private static Finding event(String signal, String key) {
        return Finding.event(Dimension.FINANCIAL, signal, key, NOW, "https://f/" + key, Map.of("form", "8-K"));
    }

    private static Finding incident(Instant startedAt, Map<String, Object> detail) {
        return Finding.event(
                Dimension.UPTIME, "status-incident", "statuspage:1", startedAt, "https://status/1", detail);
    }

    private static Finding state(String value, Instant seenAt) {
        return Finding.state(
                Dimension.SECURITY, "tls-host-name", "tls-host-name@a", value, seenAt, "https://a", Map.of("days", 1));
    }
}
