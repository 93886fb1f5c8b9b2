package io.bellwether.probe.courtesy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.Wire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.platform.egress.WireRequest;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Two nodes on one database. */
@QuarkusTest
class CourtesyTest {

    private static final String LOOPBACK = "127.0.0.1";

    private final Jdbi jdbi;
    private final Wire wire;
    private final Clock clock;
    private final Forgetting forgetting;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final String host = "h" + UUID.randomUUID() + ".example";

    CourtesyTest(Jdbi jdbi, Wire wire, Clock clock, Forgetting forgetting) {
        this.jdbi = jdbi;
        this.wire = wire;
        this.clock = clock;
        this.forgetting = forgetting;
    }

    @Test
    void allNodesTogetherKeepTheBudget() throws Exception {
        List<Courtesy> nodes = List.of(node(100), node(100));

        int granted = granted(200, visit -> nodes.get(visit % 2).visit(host, 3));

        assertThat(granted).isEqualTo(33);
        assertThat(contacts(host)).isEqualTo(99);
        assertThat(refusals("budget")).isEqualTo(167);
    }

    @Test
    void aVisitGetsAllItAsksForOrNothing() throws WireFailure {
        Courtesy node = node(10);
        node.visit(host, 8);

        WireFailure refused = refused(() -> node.visit(host, 3));

        assertThat(refused.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(refused.failureCause()).isEqualTo(Cause.CIRCUIT_OPEN);
        assertThat(refused.reason())
                .isEqualTo(
                        "Of the daily budget of 10 contacts with %s 2 are left, too few for 3; next from %sT00:00:00Z.",
                        host, LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(1));
        node.visit(host.toUpperCase(Locale.ROOT) + ".", 2);
        assertThat(refused(() -> node.visit(host, 1)).reason()).contains("is used up");
        assertThat(contacts(host)).isEqualTo(10);
    }

    @Test
    void anotherDayHasABudgetOfItsOwn() throws WireFailure {
        Courtesy node = node(10);
        node.visit(host, 10);
        jdbi.useHandle(handle -> handle.execute("UPDATE host_contact SET day = day - 1 WHERE host = ?", host));

        node.visit(host, 10);

        assertThat(contacts(host)).isEqualTo(20);
    }

    @Test
    void contactsBeyondThoseAskedForAreTakenOneByOne() throws WireFailure {
        Visit visit = node(3).visit(host, 2);

        for (int contact = 0; contact < 3; contact++) {
            assertThat(visit.contact(seconds(), () -> "made")).isEqualTo("made");
        }
        AtomicInteger made = new AtomicInteger();

        assertThat(refused(() -> visit.contact(seconds(), made::incrementAndGet))
                        .reason())
                .contains("is used up");
        assertThat(made).hasValue(0);
        assertThat(contacts(host)).isEqualTo(3);
    }

    @Test
    void aHostIsScannedOnceADayByAllNodesTogether() throws Exception {
        List<Courtesy> nodes = List.of(node(100), node(100));

        int granted = granted(50, scan -> nodes.get(scan % 2).scan(host, "tls", 5));

        assertThat(granted).isEqualTo(1);
        assertThat(contacts(host)).as("refused scans take nothing").isEqualTo(5);
        assertThat(refused(() -> nodes.getFirst().scan(host, "tls", 5)).reason())
                .startsWith("A scan of " + host + " (tls) has begun at ");
        nodes.getFirst().scan(host, "page", 5);

        scanned("23 hours 40 minutes");
        assertThat(granted(2, scan -> nodes.get(scan).scan(host, "tls", 5))).isZero();
        scanned("23 hours 50 minutes");
        assertThat(granted(2, scan -> nodes.get(scan).scan(host, "tls", 5))).isEqualTo(1);
    }

    @Test
    void aScanThatTheBudgetRefusesHasNotBegun() throws WireFailure {
        assertThat(refused(() -> node(4).scan(host, "tls", 5)).reason()).contains("4 are left");

        node(100).scan(host, "tls", 5);
    }

    @Test
    void whoAsksToBeLeftAloneIsLeftAloneByAllNodes() throws Exception {
        Courtesy one = node(1_000);
        Courtesy other = node(1_000);
        try (Site site = new Site(429, "Retry-After", "3600")) {
            Visit visit = one.visit(LOOPBACK, 2);
            assertThat(visit.exchange(site.request(), seconds()).status()).isEqualTo(429);

            assertThat(refused(() -> visit.exchange(site.request(), seconds())).reason())
                    .startsWith("127.0.0.1 has asked to be left alone until ");
            WireFailure refused = refused(() -> other.visit(LOOPBACK, 1));
            assertThat(refused.failureCause()).isEqualTo(Cause.CIRCUIT_OPEN);
            assertThat(refusals("closed")).isEqualTo(2);
            assertThat(site.asked).hasValue(1);

            new Ledger(jdbi).close(LOOPBACK, Duration.ofSeconds(1));
            assertThat(refused(() -> other.visit(LOOPBACK, 1)))
                    .as("the longer one counts")
                    .isNotNull();
            jdbi.useHandle(handle -> handle.execute("UPDATE host_closing SET until = now() WHERE host = ?", LOOPBACK));
            other.visit(LOOPBACK, 1);
        } finally {
            jdbi.useHandle(handle -> handle.execute("DELETE FROM host_closing WHERE host = ?", LOOPBACK));
        }
    }

    @Test
    void visitsThatWereGrantedBeforeAreOverToo() throws Exception {
        Courtesy one = node(1_000);
        Courtesy other = node(1_000);
        try (Site site = new Site(429, "Retry-After", "3600")) {
            Visit asks = one.visit(LOOPBACK, 2);
            Visit neighbour = one.visit(LOOPBACK, 2);
            Visit elsewhere = other.visit(LOOPBACK, 100);
            assertThat(elsewhere.contact(seconds(), () -> "made")).isEqualTo("made");

            asks.exchange(site.request(), seconds());

            assertThat(refused(() -> neighbour.exchange(site.request(), seconds())))
                    .as("on the same node at once")
                    .isNotNull()
                    .extracting(WireFailure::failureCause)
                    .isEqualTo(Cause.CIRCUIT_OPEN);
            Awaitility.await("on the other node within a second")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> refused(() -> elsewhere.contact(seconds(), () -> "made")) != null);
            assertThat(site.asked).hasValue(1);
        } finally {
            jdbi.useHandle(handle -> handle.execute("DELETE FROM host_closing WHERE host = ?", LOOPBACK));
        }
    }

    @Test
    void aRedirectIsHandedBackAndAnotherHostTakesAnotherVisit() throws Exception {
        try (Site site = new Site(302, "Location", "https://elsewhere.example/")) {
            Visit visit = node(1_000).visit(LOOPBACK, 2);

            assertThat(visit.exchange(site.request(), seconds()).status()).isEqualTo(302);
            assertThatThrownBy(
                            () -> visit.exchange(WireRequest.get(URI.create("https://elsewhere.example/")), seconds()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(site.asked).hasValue(1);
        }
    }

    @Test
    void whoHasOptedOutIsNeverContacted() {
        Courtesy node = node(TestCourtesySettings.budget(100).without(host));

        WireFailure refused = refused(() -> node.visit("www." + host, 1));

        assertThat(refused.failureCause()).isEqualTo(Cause.EGRESS_REFUSED);
        assertThat(refused.reason()).isEqualTo("www.%s is on the list of hosts that are never contacted.", host);
        assertThat(refused(() -> node.scan(host, "tls", 1))).isNotNull();
        assertThat(refusals("opted_out")).isEqualTo(2);
    }

    @Test
    void whatIsNoHostIsRefusedAndNotCounted() {
        for (String text : List.of("", "\0", "a b", "x".repeat(40_000), "münchen.example", "-")) {
            assertThat(refused(() -> node(10).visit(text, 1)).failureCause()).isEqualTo(Cause.EGRESS_REFUSED);
        }
        assertThat(refusals("no_host")).isEqualTo(6);
    }

    @Test
    void aBudgetOfZeroStopsEverything() {
        assertThat(refused(() -> node(0).visit(host, 1)).reason()).contains("is used up");
    }

    @Test
    void whatNobodyAsksForAnyMoreIsForgotten() throws WireFailure {
        Courtesy node = node(100);
        node.scan(host, "new", 1);
        node.scan(host, "old", 1);
        jdbi.useHandle(handle -> {
            handle.execute(
                    "UPDATE host_scan SET begun_at = now() - INTERVAL '31 days' WHERE host = ? AND what = 'old'", host);
            handle.execute("INSERT INTO host_contact VALUES (?, (now() AT TIME ZONE 'UTC')::date - 8, 5)", host);
            handle.execute("INSERT INTO host_closing VALUES (?, now() - INTERVAL '1 second')", host);
        });

        forgetting.run();

        assertThat(contacts(host)).isEqualTo(2);
        assertThat(count("SELECT count(*) FROM host_scan WHERE host = ?")).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM host_closing WHERE host = ?")).isZero();
    }

    private interface Asking {
        Visit ask(int number) throws WireFailure;
    }

    private int granted(int times, Asking asking) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> all = IntStream.range(0, times)
                    .<Callable<Boolean>>mapToObj(number -> () -> isGranted(asking, number))
                    .toList();
            int granted = 0;
            for (Future<Boolean> one : threads.invokeAll(all)) {
                granted += one.get() ? 1 : 0;
            }
            return granted;
        }
    }

    private static boolean isGranted(Asking asking, int number) {
        try {
            asking.ask(number);
            return true;
        } catch (WireFailure e) {
            return false;
        }
    }

    @Test
    void allNodesTogetherKeepThePace() {
        List<Pace> nodes = List.of(new SharedPace(new Ledger(jdbi)), new SharedPace(new Ledger(jdbi)));
        Duration apart = Duration.ofSeconds(2);

        Stream<Optional<Duration>> waits = IntStream.range(0, 4)
                .boxed()
                .gather(Gatherers.mapConcurrent(
                        4, asker -> nodes.get(asker % 2).take(host, apart, Duration.ofMinutes(1))));

        assertThat(waits.map(Optional::orElseThrow).map(Duration::toMillis).sorted())
                .satisfiesExactly(
                        first -> assertThat(first).isLessThan(10),
                        second -> assertThat(second).isBetween(1_000L, 2_000L),
                        third -> assertThat(third).isBetween(3_000L, 4_000L),
                        fourth -> assertThat(fourth).isBetween(5_000L, 6_000L));
        assertThat(nodes.getFirst().take(host, apart, Duration.ofSeconds(1)))
                .as("no moment in time")
                .isEmpty();
        assertThat(nodes.getLast().take(host, apart, Duration.ofMinutes(1)))
                .as("what was not taken stays free")
                .hasValueSatisfying(wait -> assertThat(wait).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8)));
    }

    @Test
    void aHostThatWasNotAskedForLongIsAskedAtOnce() {
        Pace pace = new SharedPace(new Ledger(jdbi));
        pace.take(host, Duration.ofHours(1), Duration.ZERO);
        jdbi.useHandle(handle -> handle.execute("UPDATE host_turn SET free_at = free_at - interval '1 day 2 hours'"));

        assertThat(pace.take(host, Duration.ofHours(1), Duration.ZERO)).contains(Duration.ZERO);

        jdbi.useHandle(handle -> handle.execute("UPDATE host_turn SET free_at = free_at - interval '1 day 2 hours'"));
        forgetting.run();
        assertThat(count("SELECT count(*) FROM host_turn WHERE host = ?")).isZero();
    }

    private Courtesy node(int budget) {
        return node(TestCourtesySettings.budget(budget));
    }

    private Courtesy node(CourtesySettings settings) {
        Refusals refusals = new Refusals(registry);
        Ledger ledger = new Ledger(jdbi);
        return new SharedCourtesy(
                settings, ledger, new SharedClosings(ledger), new Turns(settings, refusals), refusals, wire, clock);
    }

    private double refusals(String reason) {
        return registry.counter("bellwether.courtesy.refusals", "reason", reason)
                .count();
    }

    private void scanned(String ago) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE host_scan SET begun_at = now() - ?::interval WHERE host = ? AND what = 'tls'", ago, host));
    }

    private int contacts(String name) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT coalesce(sum(contacts), 0) FROM host_contact WHERE host = ?")
                        .bind(0, name)
                        .mapTo(int.class)
                        .one());
    }

    private int count(String query) {
        return jdbi.withHandle(handle ->
                handle.createQuery(query).bind(0, host).mapTo(int.class).one());
    }

    private static WireFailure refused(ThrowingCallable call) {
        return catchThrowableOfType(WireFailure.class, call);
    }

    private static Deadline seconds() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    /** Answers each request alike. */
    private static final class Site implements AutoCloseable {

        private final AtomicInteger asked = new AtomicInteger();
        private final HttpServer server;

        Site(int status, String header, String value) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), 0), 10);
            server.createContext("/", exchange -> {
                asked.incrementAndGet();
                exchange.getResponseHeaders().add(header, value);
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
        }

        WireRequest request() {
            return WireRequest.get(
                    URI.create("http://" + LOOPBACK + ":" + server.getAddress().getPort() + "/"));
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
