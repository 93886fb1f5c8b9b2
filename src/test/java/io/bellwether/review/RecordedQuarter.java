package io.bellwether.review;

import io.bellwether.Samples;
import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Dimension;
import io.bellwether.core.Finding;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.Voices;
import io.bellwether.core.score.DimensionScore;
import io.bellwether.core.score.Driver;
import io.bellwether.core.score.Trend;
import io.bellwether.fact.Facts;
import io.bellwether.health.Health;
import io.bellwether.history.Observation;
import io.bellwether.history.ObservationWriter;
import io.bellwether.history.Partitions;
import io.bellwether.platform.Ids;
import io.bellwether.platform.Json;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The second quarter of 2001 of a vendor, in the database: one probe every hour, three hours down, six hours unknown, one
 * announcement, one filing, one check that got worse, one acknowledged alert, a falling index.
 */
@Singleton
class RecordedQuarter {

    private final Jdbi jdbi;
    private final Json json;
    private final Facts facts;
    private final ProbeRegister probes;
    private final VendorRegister vendors;
    private final Partitions partitions;
    private final ObservationWriter writer;

    RecordedQuarter(
            Jdbi jdbi,
            Json json,
            Facts facts,
            ProbeRegister probes,
            VendorRegister vendors,
            Partitions partitions,
            ObservationWriter writer) {
        this.jdbi = jdbi;
        this.json = json;
        this.facts = facts;
        this.probes = probes;
        this.vendors = vendors;
        this.partitions = partitions;
        this.writer = writer;
    }

    ConfiguredProbe record(String slug) {
        Vendor vendor = vendors.require(slug);
        ConfiguredProbe probe = probe(vendor);
        partitions.ensure(LocalDate.parse("2001-01-01"), LocalDate.parse("2001-01-02"));
        partitions.ensure(LocalDate.parse("2001-04-01"), LocalDate.parse("2001-06-30"));
        observe(probe, "2001-01-01T00:00:00Z", "2001-01-02T00:00:00Z", Outcome.UP, 100);
        observe(probe, "2001-04-01T00:00:00Z", "2001-05-10T10:00:00Z", Outcome.UP, 120);
        observe(probe, "2001-05-10T10:00:00Z", "2001-05-10T13:00:00Z", Outcome.DOWN, 5);
        observe(probe, "2001-05-10T13:00:00Z", "2001-06-01T00:00:00Z", Outcome.UP, 120);
        observe(probe, "2001-06-01T00:00:00Z", "2001-06-01T06:00:00Z", Outcome.UNKNOWN, 5);
        observe(probe, "2001-06-01T06:00:00Z", "2001-07-01T00:00:00Z", Outcome.DEGRADED, 120);
        learn(vendor.id());
        alert(vendor.id());
        health(vendor.id(), "2001-04-01", 82, "B");
        health(vendor.id(), "2001-06-30", 40, "D");
        return probe;
    }

    /** As retention does when the quarter is long over. */
    void forgetObservations(ConfiguredProbe probe) {
        jdbi.useHandle(handle -> handle.execute(
                "DELETE FROM observation USING series WHERE number = series AND probe_id = ? AND due_at < '2001-06-01'",
                probe.id()));
    }

    private ConfiguredProbe probe(Vendor vendor) {
        return probes.add(
                vendor.id(),
                new NewProbe(
                        "http",
                        "login page",
                        Duration.ofHours(1),
                        Duration.ofSeconds(10),
                        Confirmation.DEFAULT,
                        Map.of("url", "https://acme.example")));
    }

    private void observe(ConfiguredProbe probe, String from, String to, Outcome outcome, double duration) {
        List<Observation> observations = new ArrayList<>();
        for (Instant at = Instant.parse(from); at.isBefore(Instant.parse(to)); at = at.plus(probe.every())) {
            Attempt attempt = new Attempt(
                    at, outcome, Cause.OK, "connection refused", duration, Phases.NONE, Map.of(), List.of());
            observations.add(Samples.observation(probe, at, List.of(attempt)));
        }
        QuarkusTransaction.requiringNew().run(() -> writer.write(observations));
    }

    private void learn(UUID vendor) {
        record(vendor, "2001-03-15T00:00:00Z", "PASS");
        record(vendor, "2001-05-20T00:00:00Z", "FAIL");
        Instant begun = Instant.parse("2001-05-10T10:05:00Z");
        Instant announced = Instant.parse("2001-05-10T10:25:00Z");
        Instant filed = Instant.parse("2001-06-15T12:00:00Z");
        Finding incident = Finding.event(
                Dimension.UPTIME,
                "status-incident",
                "incident/1",
                begun,
                "https://status.acme.example/1",
                Map.of("name", "Login does not work"));
        Finding filing = Finding.event(
                Dimension.FINANCIAL,
                "filing-8k-1.03",
                "8k/1",
                filed,
                "https://filings.example/8k/1",
                Map.of("form", "8-K"));
        facts.record(vendor, null, List.of(incident), announced);
        facts.record(vendor, null, List.of(filing), filed);
    }

    private void record(UUID vendor, String at, String value) {
        Instant seen = Instant.parse(at);
        Finding state = Finding.state(
                Dimension.SECURITY, "tls-host-name", "tls-host-name", value, seen, "https://acme.example", Map.of());
        facts.record(vendor, null, List.of(state), seen);
    }

    private void alert(UUID vendor) {
        UUID id = Ids.next();
        jdbi.useHandle(handle -> {
            handle.execute("""
                    INSERT INTO alert_episode (id, rule, vendor_id, sub_key, fingerprint, dimension, severity, condition,
                            handling, handled_by, started_at, fired_at, resolved_at, last_event_at, text_it, text_marketing)
                    VALUES (?, 'vendor-down', ?, '', '0123456789abcdef', 'UPTIME', 'CRITICAL', 'RESOLVED', 'ACKNOWLEDGED',
                            'ada', '2001-05-10T10:00Z', '2001-05-10T10:02Z', '2001-05-10T13:02Z', '2001-05-10T13:02Z',
                            'Acme is down', 'Acme cannot be used')""", id, vendor);
            handle.execute("""
                    INSERT INTO alert_timeline (id, episode_id, at, kind, actor, text)
                    VALUES (gen_random_uuid(), ?, '2001-05-10T10:09Z', 'ACKNOWLEDGED', 'ada', 'calling them')""", id);
        });
    }

    private void health(UUID vendor, String day, int index, String grade) {
        Instant asOf = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        Driver outage = new Driver("outage", 100 - index, asOf, "/api/v1/alerts", new Voices("down", "not usable"));
        DimensionScore score = new DimensionScore(index, 1, asOf, List.of(outage));
        Health health = new Health(
                index,
                grade,
                Trend.SLIPPING,
                0.5,
                asOf,
                "rules-of-then",
                null,
                new Health.Dimensions(score, DimensionScore.UNKNOWN, DimensionScore.UNKNOWN, DimensionScore.UNKNOWN));
        jdbi.useHandle(handle -> handle.execute("""
                INSERT INTO health_snapshot (vendor_id, day, as_of, index, grade, trend, confidence, rule_set, uptime, health)
                VALUES (?, ?::date, ?, ?, ?, 'SLIPPING', 0.5, 'rules-of-then', ?, ?::jsonb)""", vendor, day, asOf, index, grade, index, json.write(health)));
    }
}
