package io.bellwether.dashboard.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.bellwether.As;
import io.bellwether.core.Outcome;
import io.bellwether.core.Tier;
import io.bellwether.core.score.Trend;
import io.bellwether.dashboard.SampleFleet;
import io.bellwether.vendor.Vendor;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.persistence.EntityManagerFactory;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PortfolioResourceTest {

    private static final String REQUESTS = "quarkus-virtual-thread";
    private static final String PORTFOLIO = "/api/v1/portfolio";

    private final SampleFleet sample;
    private final VendorUpGauge gauge;
    private final Jdbi jdbi;
    private final EntityManagerFactory entities;

    PortfolioResourceTest(SampleFleet sample, VendorUpGauge gauge, Jdbi jdbi, EntityManagerFactory entities) {
        this.sample = sample;
        this.gauge = gauge;
        this.jdbi = jdbi;
        this.entities = entities;
    }

    @BeforeEach
    void startWithAnEmptyFleet() {
        sample.clear();
    }

    @Test
    void tellsEachVendorInOneRow() {
        Vendor vendor = vendor("Acme", Tier.STRATEGIC, Outcome.DOWN, Trend.SLIPPING);
        sample.firing(vendor, "CRITICAL", "HTTP 503", "The shop is closed");

        As.viewer()
                .get(PORTFOLIO)
                .then()
                .statusCode(200)
                .body("next", nullValue())
                .body("items", hasSize(1))
                .body("items[0].slug", is("acme"))
                .body("items[0].name", is("Acme"))
                .body("items[0].tier", is("STRATEGIC"))
                .body("items[0].status", is("DOWN"))
                .body("items[0].since", notNullValue())
                .body("items[0].index", is(80))
                .body("items[0].grade", is("B"))
                .body("items[0].trend", is("SLIPPING"))
                .body("items[0].uptime", is(86))
                .body("items[0].latency", is(71))
                .body("items[0].security", is(82))
                .body("items[0]", hasKey("financial"))
                .body("items[0].openAlerts", is(1))
                .body("items[0]", hasKey("nextDeadline"))
                .body("items[0].checkedAt", notNullValue());
    }

    @Test
    void filtersAndPages() {
        vendor("Acme", Tier.STRATEGIC, Outcome.DOWN, Trend.SLIPPING);
        vendor("Bolt", Tier.STRATEGIC, Outcome.UP, Trend.STEADY);
        vendor("Coil", Tier.STANDARD, Outcome.UP, Trend.STEADY);

        String next = As.viewer().get(PORTFOLIO + "?status=UP&limit=1").path("next");

        As.viewer().get(PORTFOLIO + "?status=UP&limit=1&after=" + next).then().body("items.slug", contains("coil"));
        As.viewer().get(PORTFOLIO + "?tier=STRATEGIC").then().body("items.slug", contains("acme", "bolt"));
        As.viewer().get(PORTFOLIO + "?q=OL").then().body("items.slug", contains("bolt"));
        As.viewer().get(PORTFOLIO + "/slipping").then().body("items.slug", contains("acme"));
    }

    @Test
    void refusesAStatusThatDoesNotExistAndAStranger() {
        As.viewer().get(PORTFOLIO + "?status=BROKEN").then().statusCode(400).body("errors[0].pointer", is("status"));
        As.nobody().get(PORTFOLIO).then().statusCode(401);
    }

    @Test
    void showsTheStatusAsAMetric() {
        vendor("Acme", Tier.STRATEGIC, Outcome.DOWN, Trend.STEADY);
        vendor("Bolt", Tier.STRATEGIC, Outcome.DEGRADED, Trend.STEADY);
        gauge.refresh();

        assertThat(As.nobody().get("/q/metrics").asString())
                .contains("bellwether_vendor_up{vendor=\"acme\"} 0.0")
                .contains("bellwether_vendor_up{vendor=\"bolt\"} 0.5");
    }

    @Test
    void costsTheSameNumberOfStatementsForManyVendors() {
        sample.many(3);
        int few = statementsOf("/");
        sample.many(200);
        int many = statementsOf("/");

        assertThat(As.viewer().get(PORTFOLIO + "?limit=500").<Integer>path("items.size()"))
                .isEqualTo(203);
        assertThat(many).isEqualTo(few).isBetween(3, 6);
    }

    /** What JDBI does for requests, and Hibernate for anybody; the least of several tries, since jobs may add to one. */
    private int statementsOf(String path) {
        AtomicInteger count = new AtomicInteger();
        Statistics statistics = entities.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        SqlLogger before = jdbi.getConfig(SqlStatements.class).getSqlLogger();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (Thread.currentThread().getName().startsWith(REQUESTS)) {
                    count.incrementAndGet();
                }
            }
        });
        try {
            return IntStream.range(0, 4)
                    .map(_ -> statements(path, count, statistics))
                    .min()
                    .orElseThrow();
        } finally {
            jdbi.setSqlLogger(before);
            statistics.setStatisticsEnabled(false);
        }
    }

    private int statements(String path, AtomicInteger count, Statistics statistics) {
        count.set(0);
        statistics.clear();
        As.viewer().accept("text/html").get(path).then().statusCode(200);
        return count.get() + (int) statistics.getPrepareStatementCount();
    }

    private Vendor vendor(String name, Tier tier, Outcome outcome, Trend trend) {
        Vendor vendor = sample.vendor(name, tier);
        sample.observed(sample.probe(vendor, "http", Map.of("url", "https://acme.example/")), outcome, "sample");
        sample.assessed(vendor, 1, 80, 80, trend);
        return vendor;
    }
}
