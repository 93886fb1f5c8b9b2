package io.bellwether.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.Samples;
import io.bellwether.alert.voice.KnownFact;
import io.bellwether.alert.voice.Moment;
import io.bellwether.alert.voice.Vocabulary;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.Tier;
import io.bellwether.core.Voices;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.Driver;
import io.bellwether.core.score.IndexWeights;
import io.bellwether.core.score.Trend;
import io.bellwether.core.score.slip.Slip;
import io.bellwether.fact.Fact;
import io.bellwether.fact.Facts;
import io.bellwether.health.Health;
import io.bellwether.health.HealthAssessed;
import io.bellwether.history.Observation;
import io.bellwether.history.ObservationWriter;
import io.bellwether.platform.Json;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.arc.Unremovable;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** Vendors, and what is measured and learnt about them, as the rest of the application would store it. */
@Singleton
@Unremovable
class AlertWorld {

    static final Duration EVERY = Duration.ofMinutes(1);

    final List<Alert> announced = new CopyOnWriteArrayList<>();

    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final ObservationWriter writer;
    private final Facts facts;
    private final AlertEngine engine;
    private final Alerts alerts;
    private final Jdbi jdbi;
    private final Json json;
    private final Event<HealthAssessed> assessed;

    AlertWorld(
            VendorRegister vendors,
            ProbeRegister probes,
            ObservationWriter writer,
            Facts facts,
            AlertEngine engine,
            Alerts alerts,
            Jdbi jdbi,
            Json json,
            Event<HealthAssessed> assessed) {
        this.vendors = vendors;
        this.probes = probes;
        this.writer = writer;
        this.facts = facts;
        this.engine = engine;
        this.alerts = alerts;
        this.jdbi = jdbi;
        this.json = json;
        this.assessed = assessed;
    }

    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlertsChanged event) {
        announced.addAll(event.alerts());
    }

    Vendor vendor() {
        Owners owners = new Owners(
                new Owner("Max", "max@example.org", null, "America/New_York"),
                new Owner("Ada", "ada@example.org", null, "Europe/Berlin"),
                null);
        return vendors.create(
                new NewVendor("Globex " + UUID.randomUUID(), null, null, null, null, null, null, null, owners));
    }

    ConfiguredProbe probe(Vendor vendor, String kind) {
        Map<String, Object> settings = Map.of("url", "https://user:secret@www.example.org/login?key=secret");
        return probes.add(
                vendor.id(),
                new NewProbe(kind, "front page", EVERY, Duration.ofSeconds(10), Confirmation.DEFAULT, settings));
    }

    /** Stores the observations and lets the engine judge them, in one transaction. */
    void observe(Observation... batch) {
        QuarkusTransaction.requiringNew().run(() -> {
            writer.write(List.of(batch));
            engine.observed(List.of(batch));
        });
    }

    List<Fact> learn(Vendor vendor, Instant knownAt, Finding... findings) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Fact> news = facts.record(vendor.id(), null, List.of(findings), knownAt);
            engine.learnt(vendor, news);
            return news;
        });
    }

    /** What the daily assessment says of a vendor. */
    void assess(Vendor vendor, Instant asOf, int index, Trend trend, String cap) {
        assess(vendor, asOf, index, trend, cap, null);
    }

    void assess(Vendor vendor, Instant asOf, int index, Trend trend, String cap, Slip slip) {
        Driver driver = new Driver("outage", 12, asOf, "probes", new Voices("down often.", "It failed often."));
        DimensionScore uptime = new DimensionScore(88, 1, asOf, List.of(driver));
        DimensionScore unknown = DimensionScore.UNKNOWN;
        Health.Dimensions dimensions = new Health.Dimensions(uptime, unknown, unknown, unknown);
        Health now = new Health(
                index,
                "C",
                trend,
                1,
                asOf,
                "1",
                cap,
                dimensions,
                index,
                Set.of(Dimension.UPTIME),
                slip,
                null,
                IndexWeights.of(Tier.STANDARD),
                List.of());
        QuarkusTransaction.requiringNew().run(() -> assessed.fire(new HealthAssessed(vendor, null, now)));
    }

    /** The only alert of a rule about a vendor, open or not. */
    Alert only(Vendor vendor, BuiltInRule rule) {
        List<Alert> found = all(vendor, rule);
        if (found.size() != 1) {
            throw new AssertionError("expected one alert of " + rule + " but found " + found);
        }
        return found.getFirst();
    }

    Alert alert(String id) {
        return alerts.require(UUID.fromString(id));
    }

    List<Alert> all(Vendor vendor, BuiltInRule rule) {
        return alerts
                .list(new AlertQuery(AlertQuery.ANY, null, vendor.slug(), null, null, null, 100, null))
                .items()
                .stream()
                .filter(alert -> alert.rule().equals(rule.ruleName()))
                .map(AlertWorld::withKnownFacts)
                .toList();
    }

    /** Templates may name each of its facts, and each that always is there is there. */
    private static Alert withKnownFacts(Alert alert) {
        Set<String> given = new HashSet<>(alert.facts().keySet());
        given.removeAll(Set.of(PushedAlerts.LABELS, "severityBefore", "endedAt", "minutes"));
        given.removeAll(Set.of("unstable", "firstChangeAt", "changes", "badMinutes"));
        List<KnownFact> known = Vocabulary.of(alert.rule(), Moment.FIRING);
        assertThat(known).extracting(KnownFact::name).containsAll(given);
        assertThat(alert.facts())
                .containsKeys(known.stream()
                        .filter(fact -> !fact.optional() && !fact.name().contains("."))
                        .map(KnownFact::name)
                        .toArray(String[]::new));
        return alert;
    }

    /** What has been handed over to be sent about a vendor, oldest first. */
    List<AlertTransition> outbox(Vendor vendor, BuiltInRule rule) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                        SELECT payload::text FROM outbox
                         WHERE topic = :topic AND payload ->> 'vendorId' = :vendor AND payload ->> 'rule' = :rule
                         ORDER BY id""")
                        .bind("topic", AlertTransition.TOPIC)
                        .bind("vendor", vendor.id().toString())
                        .bind("rule", rule.ruleName())
                        .mapTo(String.class)
                        .list())
                .stream()
                .map(text -> json.read(text, AlertTransition.class))
                .toList();
    }

    /** Whether a transaction waits for another one in a statement about the table. */
    boolean waitsForALock(String table) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM pg_stat_activity
                                        WHERE datname = current_database() AND wait_event_type = 'Lock'
                                          AND query ILIKE '%' || :table || '%')""")
                .bind("table", table)
                .mapTo(Boolean.class)
                .one());
    }

    /** How many statements the work needs, by this thread alone. */
    int statements(Runnable work) {
        AtomicInteger statements = new AtomicInteger();
        SqlStatements config = jdbi.getConfig(SqlStatements.class);
        SqlLogger before = config.getSqlLogger();
        Thread counted = Thread.currentThread();
        config.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                if (Thread.currentThread().equals(counted)) {
                    statements.incrementAndGet();
                }
            }
        });
        try {
            work.run();
        } finally {
            config.setSqlLogger(before);
        }
        return statements.get();
    }

    void sql(String sql, Object... values) {
        jdbi.useHandle(handle -> handle.execute(sql, values));
    }

    static Observation observation(ConfiguredProbe probe, Instant at, Outcome outcome) {
        Cause cause = outcome == Outcome.DOWN ? Cause.CONNECTION_REFUSED : Cause.OK;
        return Samples.observation(probe, at, outcome, cause, 120);
    }

    static Finding check(String signal, String value, Instant at, Map<String, Object> detail) {
        return Finding.state(Dimension.SECURITY, signal, signal + ":www", value, at, "https://www.example.org", detail);
    }

    static Finding filing(String signal, String accession, Instant at) {
        return Finding.event(
                Dimension.FINANCIAL,
                signal,
                accession,
                at,
                "https://www.example.org/" + accession,
                Map.of("accession", accession));
    }
}
