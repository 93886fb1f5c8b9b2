package io.bellwether.health;

import static io.bellwether.health.WatchedVendors.NOW;
import static io.bellwether.health.WatchedVendors.hostName;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.Driver;
import io.bellwether.core.score.RuleSet;
import io.bellwether.core.score.Trend;
import io.bellwether.core.score.slip.Floor;
import io.bellwether.platform.Ids;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthServiceTest {

    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

    private final EvidenceSource evidence;
    private final Snapshots snapshots;
    private final Event<HealthAssessed> assessed;
    private final Recorder recorder;
    private final VendorRegister register;
    private final Outdated outdated;
    private final WatchedVendors vendors;
    private final Jdbi jdbi;
    private final HealthService service;
    private Vendor vendor;

    /** Remembers what was announced. */
    @Singleton
    static class Recorder {
        final List<HealthAssessed> events = new ArrayList<>();

        void assessed(@Observes HealthAssessed event) {
            events.add(event);
        }
    }

    HealthServiceTest(
            EvidenceSource evidence,
            Snapshots snapshots,
            Event<HealthAssessed> assessed,
            Recorder recorder,
            VendorRegister register,
            Outdated outdated,
            WatchedVendors vendors,
            Jdbi jdbi) {
        this.evidence = evidence;
        this.snapshots = snapshots;
        this.assessed = assessed;
        this.recorder = recorder;
        this.register = register;
        this.outdated = outdated;
        this.vendors = vendors;
        this.jdbi = jdbi;
        this.service = at(NOW);
    }

    @BeforeEach
    void register() {
        vendor = vendors.register("Health");
        recorder.events.clear();
    }

    @Test
    void ofAVendorNobodyWatchesNothingIsKnown() {
        Health health = service.of(vendor);

        assertThat(health.index()).isNull();
        assertThat(health.grade()).isNull();
        assertThat(health.trend()).isEqualTo(Trend.STEADY);
        assertThat(health.confidence()).isZero();
        assertThat(health.ruleSet()).isEqualTo(RuleSet.CURRENT + "+standard.1");
        assertThat(dimensions(health)).allSatisfy(score -> {
            assertThat(score.score()).isNull();
            assertThat(score.reason()).isNotNull();
        });
    }

    @Test
    void aWellVendorIsWell() {
        vendors.watch(vendor, at -> Outcome.UP);

        Health health = service.of(vendor);

        assertThat(health.index()).isEqualTo(100);
        assertThat(health.grade()).isEqualTo("A");
        assertThat(health.cap()).isNull();
        assertThat(dimensions(health)).allSatisfy(score -> {
            assertThat(score.score()).isEqualTo(100);
            assertThat(score.drivers()).isEmpty();
        });
        assertThat(health.dimensions().uptime().confidence()).isEqualTo(1);
        assertThat(health.dimensions().financial().confidence()).isEqualTo(0.7);
    }

    @Test
    void anOutageIsExplainedAndCapsTheIndex() {
        Instant began = NOW.minus(Duration.ofMinutes(90));
        ConfiguredProbe http = vendors.watch(vendor, at -> at.isBefore(began) ? Outcome.UP : Outcome.DOWN);

        Health health = service.of(vendor);

        assertThat(health.cap()).isEqualTo("down for more than 60 minutes");
        assertThat(health.index()).isEqualTo(60);
        assertThat(health.trend()).isEqualTo(Trend.SLIPPING);
        DimensionScore uptime = health.dimensions().uptime();
        assertThat(uptime.drivers().stream().mapToInt(Driver::contribution).sum())
                .isEqualTo(100 - uptime.score());
        assertThat(uptime.drivers())
                .extracting(Driver::signal)
                .containsExactlyInAnyOrder("outage", "availability", "status-page-contradiction");
        assertThat(uptime.drivers())
                .filteredOn(driver -> driver.signal().equals("outage"))
                .singleElement()
                .satisfies(driver -> {
                    assertThat(driver.since()).isEqualTo(began);
                    assertThat(driver.source()).startsWith("/api/v1/probes/" + http.id() + "/observations?from=");
                });
    }

    @Test
    void anOutageInMaintenanceCostsNothing() {
        Instant began = NOW.minus(Duration.ofMinutes(90));
        vendors.watch(vendor, at -> at.isBefore(began) ? Outcome.UP : Outcome.DOWN);
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO maintenance_window VALUES (?, ?, ?, ?, 'New database', true, 'test', ?)",
                Ids.next(),
                vendor.id(),
                began,
                NOW.plusSeconds(60),
                NOW));

        DimensionScore uptime = service.of(vendor).dimensions().uptime();

        assertThat(uptime.score()).isEqualTo(100);
        assertThat(uptime.confidence()).isEqualTo(1);
    }

    @Test
    void anUnknownHourLowersTheConfidenceOnly() {
        vendors.watch(vendor, at -> at.isBefore(NOW.minus(Duration.ofDays(15))) ? Outcome.UNKNOWN : Outcome.UP);

        DimensionScore uptime = service.of(vendor).dimensions().uptime();

        assertThat(uptime.score()).isEqualTo(100);
        assertThat(uptime.confidence()).isBetween(0.45, 0.55);
    }

    @Test
    void aFilingLowersTheFinancialScoreAndABankruptcyCapsTheIndex() {
        vendors.watch(vendor, at -> Outcome.UP);
        vendors.learn(
                vendor,
                Finding.event(
                        Dimension.FINANCIAL,
                        "filing-8k-1.03",
                        "petition",
                        NOW.minusSeconds(60),
                        "https://filing",
                        Map.of()));

        Health health = service.of(vendor);

        assertThat(health.dimensions().financial().score()).isEqualTo(5);
        assertThat(health.dimensions().financial().drivers())
                .extracting(Driver::source)
                .containsExactly("https://filing");
        assertThat(health.index()).isEqualTo(20);
        assertThat(health.cap()).isEqualTo("bankruptcy filing");
        assertThat(health.trend()).isEqualTo(Trend.SLIPPING);
    }

    @Test
    void filingsThatCouldNotBeReadAreNoGoodNews() {
        vendors.observe(vendor, "filings", at -> Outcome.UNKNOWN, at -> 1);

        assertThat(service.of(vendor).dimensions().financial().score()).isNull();
    }

    @Test
    void slowerThanItsOwnPastCosts() {
        Instant yesterday = NOW.minus(Duration.ofDays(1));
        vendors.observe(vendor, "http", at -> Outcome.UP, at -> at.isBefore(yesterday) ? 200 : 600);

        DimensionScore latency = service.of(vendor).dimensions().latency();

        assertThat(latency.score()).isBetween(54, 56);
        assertThat(latency.drivers()).extracting(Driver::signal).containsExactly("slower-than-usual");
    }

    @Test
    void assessingStoresOneRowADayAndAnnouncesIt() {
        vendors.watch(vendor, at -> Outcome.UP);
        Health first = assess(NOW.minusSeconds(600));
        vendors.learn(vendor, hostName("FAIL"));
        Health second = assess(NOW);
        assess(NOW.minusSeconds(60));

        assertThat(recorder.events).extracting(HealthAssessed::before).containsExactly(null, first);
        assertThat(recorder.events)
                .extracting(HealthAssessed::now)
                .as("not the one that came too late")
                .containsExactly(first, second);
        assertThat(service.history(vendor.id(), TODAY.minusDays(3), TODAY))
                .singleElement()
                .isEqualTo(service.latest(List.of(vendor.id())).get(vendor.id()))
                .satisfies(point -> {
                    assertThat(point.asOf()).isEqualTo(NOW);
                    assertThat(point.security()).isEqualTo(65);
                    assertThat(point.index()).isEqualTo(second.index());
                });
    }

    @Test
    void aSlipIsSeenInTheDailySnapshots() {
        vendors.watch(vendor, at -> Outcome.UP);
        for (int ago = 28; ago >= 1; ago--) {
            vendors.snapshot(vendor, ago, ago > 2 ? 100 : 70);
        }
        for (String signal : List.of("tls-host-name", "tls-chain", "tls-certificate-expiry")) {
            vendors.learn(
                    vendor, Finding.state(Dimension.SECURITY, signal, signal, "FAIL", NOW, "https://a", Map.of()));
        }

        Health health = service.of(vendor);

        assertThat(health.index()).isLessThanOrEqualTo(90);
        assertThat(health.trend()).isEqualTo(Trend.SLIPPING);
        assertThat(health.slip().since()).isEqualTo(TODAY.minusDays(2));
        assertThat(health.slip().drop()).isEqualTo(30);
    }

    @Test
    void aSlipOfWeeksIsMeasuredFromWhatWasUsualBefore() {
        vendors.watch(vendor, at -> Outcome.UP);
        LocalDate monday = TODAY.with(DayOfWeek.MONDAY).minusWeeks(6);
        for (int ago = 300; ago >= 1; ago--) {
            vendors.snapshot(vendor, ago, TODAY.minusDays(ago).isBefore(monday) ? 95 : 85);
        }

        Health health = assess(NOW);

        assertThat(health.trend()).isEqualTo(Trend.SLIPPING);
        assertThat(health.slip().since()).isEqualTo(monday);
        assertThat(health.slip().usual()).isEqualTo(95);
        assertThat(health.slip().level()).isEqualTo(85);
        assertThat(health.slip().floor()).isEqualTo(Floor.of(vendor.tier()));
        assertThat(service.on(vendor.id(), TODAY)).contains(health);
    }

    @Test
    void aChangeOfTheRulesIsNoSlip() {
        vendors.watch(vendor, at -> Outcome.UP);
        for (int ago = 300; ago >= 1; ago--) {
            vendors.snapshot(vendor, ago, ago > 40 ? 95 : 85);
        }
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE health_snapshot SET rule_set = '2025.9' WHERE vendor_id = ? AND day < ?",
                vendor.id(),
                TODAY.minusDays(40)));

        Health health = service.of(vendor);

        assertThat(health.trend()).isNotEqualTo(Trend.SLIPPING);
        assertThat(health.slip()).isNull();
    }

    @Test
    void aSnapshotOfAnotherShapeDoesNotStopTheAssessment() {
        assess(NOW.minusSeconds(60));
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE health_snapshot SET health = '{\"shape\": \"old\"}' WHERE vendor_id = ?", vendor.id()));

        Health now = assess(NOW);

        assertThat(recorder.events.getLast()).isEqualTo(new HealthAssessed(vendor, null, now));
    }

    @Test
    void moreProbesTakeNoMoreQueries() {
        vendors.watch(vendor, at -> Outcome.DOWN);
        int few = queries(() -> service.of(vendor));
        for (int more = 0; more < 3; more++) {
            vendors.observe(vendor, "http", at -> Outcome.DOWN, at -> 200);
            vendors.observe(vendor, "filings", at -> Outcome.UNKNOWN, at -> 200);
        }

        assertThat(queries(() -> service.of(vendor))).isLessThanOrEqualTo(few + 1);
        assertThat(few).isBetween(1, 35);
    }

    @Test
    void oneVendorThatFailsDoesNotStopTheRest() {
        vendors.watch(vendor, at -> Outcome.UP);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        Vendor failing = vendors.register("A failing");
        HealthService faulty = new HealthService(evidence, snapshots, assessed, Clock.fixed(NOW, ZoneOffset.UTC)) {
            @Override
            public Health assess(Vendor assessedVendor) {
                if (assessedVendor.id().equals(failing.id())) {
                    throw new IllegalStateException("made to fail");
                }
                return QuarkusTransaction.requiringNew().call(() -> super.assess(assessedVendor));
            }
        };

        new HealthJob(register, outdated, faulty, new HealthGauges(registry), Clock.fixed(NOW, ZoneOffset.UTC))
                .assess();

        assertThat(registry.get("bellwether.vendor.health")
                        .tag("vendor", vendor.slug())
                        .tag("dimension", "index")
                        .gauge()
                        .value())
                .isEqualTo(100);
        assertThat(registry.find("bellwether.vendor.health")
                        .tag("vendor", failing.slug())
                        .gauge())
                .isNull();
    }

    private Health assess(Instant when) {
        return QuarkusTransaction.requiringNew().call(() -> at(when).assess(vendor));
    }

    private HealthService at(Instant when) {
        return new HealthService(evidence, snapshots, assessed, Clock.fixed(when, ZoneOffset.UTC));
    }

    private static List<DimensionScore> dimensions(Health health) {
        Health.Dimensions all = health.dimensions();
        return List.of(all.uptime(), all.latency(), all.security(), all.financial());
    }

    private int queries(Runnable action) {
        AtomicInteger count = new AtomicInteger();
        Thread counted = Thread.currentThread();
        SqlLogger before = jdbi.getConfig(SqlStatements.class).getSqlLogger();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (Thread.currentThread().equals(counted)) {
                    count.incrementAndGet();
                }
            }
        });
        try {
            action.run();
            return count.get();
        } finally {
            jdbi.setSqlLogger(before);
        }
    }
}
