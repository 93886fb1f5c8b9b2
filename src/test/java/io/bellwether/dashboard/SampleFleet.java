package io.bellwether.dashboard;

import io.bellwether.Samples;
import io.bellwether.core.Attempt;
import io.bellwether.core.Cause;
import io.bellwether.core.Confirmation;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.core.Tier;
import io.bellwether.core.score.Trend;
import io.bellwether.history.ObservationWriter;
import io.bellwether.history.Partitions;
import io.bellwether.platform.Ids;
import io.bellwether.vendor.ConfiguredProbe;
import io.bellwether.vendor.NewProbe;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.ProbeRegister;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Vendors with a past, made for tests: registered through the register, their history written as the loop would have. */
@Singleton
public class SampleFleet {

    private final VendorRegister vendors;
    private final ProbeRegister probes;
    private final Partitions partitions;
    private final ObservationWriter writer;
    private final Jdbi jdbi;

    SampleFleet(
            VendorRegister vendors, ProbeRegister probes, Partitions partitions, ObservationWriter writer, Jdbi jdbi) {
        this.vendors = vendors;
        this.probes = probes;
        this.partitions = partitions;
        this.writer = writer;
        this.jdbi = jdbi;
    }

    /** Archives every vendor, so that a test sees its own alone; their slugs become free again. */
    public void clear() {
        jdbi.useHandle(handle -> handle.execute("UPDATE alert_episode SET condition = 'RESOLVED'"));
        jdbi.useHandle(handle ->
                handle.execute("UPDATE vendor SET archived_at = now(), slug = id::text WHERE archived_at IS NULL"));
    }

    /** Ends every silence, long ago. */
    public void endSilences() {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE silence SET starts_at = now() - interval '30 days', ends_at = now() - interval '29 days'"));
    }

    /** So many more vendors, each with a probe, its state and thirty assessments. */
    public void many(int count) {
        jdbi.useTransaction(handle -> {
            handle.execute("""
                    CREATE TEMP TABLE fresh ON COMMIT DROP AS
                    SELECT gen_random_uuid() AS id, gen_random_uuid() AS probe_id FROM generate_series(1, ?)""", count);
            handle.execute("""
                    INSERT INTO vendor (id, slug, name, tier, created_at, updated_at)
                    SELECT id, 'v-' || id, 'Vendor ' || id, 'STANDARD', now(), now() FROM fresh""");
            handle.execute("""
                    INSERT INTO probe (id, vendor_id, kind, name, every_ms, timeout_ms, confirm_attempts,
                        confirm_delay_ms, settings, created_at, updated_at)
                    SELECT probe_id, id, 'http', 'http', 60000, 10000, 3, 2000, '{}', now(), now() FROM fresh""");
            handle.execute("""
                    INSERT INTO series (probe_id, vendor_id, kind, deciding)
                    SELECT probe_id, id, 'http', true FROM fresh""");
            handle.execute("""
                    INSERT INTO probe_state (probe_id, vendor_id, due_at, outcome, since, cause, reason, duration_ms)
                    SELECT probe_id, id, now(), 'UP', now(), 'OK', '', 100 FROM fresh""");
            handle.execute("""
                    INSERT INTO health_snapshot (vendor_id, day, as_of, index, grade, trend, confidence, rule_set, health)
                    SELECT id, current_date - back, now(), 90, 'A', 'STEADY', 1, 'sample', '{}'
                    FROM fresh, generate_series(0, 29) back""");
        });
    }

    public Vendor vendor(String name, Tier tier) {
        return vendors.create(new NewVendor(name, null, "https://vendor.example", tier, null, null, null, null, null));
    }

    public ConfiguredProbe probe(Vendor vendor, String kind, Map<String, Object> settings) {
        return probes.add(
                vendor.id(),
                new NewProbe(
                        kind,
                        kind + " check",
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(10),
                        Confirmation.DEFAULT,
                        settings));
    }

    /** The probe's latest observation, a few seconds old, and the state that follows from it. */
    public void observed(ConfiguredProbe probe, Outcome outcome, String reason) {
        Instant at = Instant.now().minusSeconds(20).truncatedTo(ChronoUnit.SECONDS);
        observation(probe, at, outcome, reason);
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE probe_state SET since = ? WHERE probe_id = ?", at.minusSeconds(600), probe.id()));
    }

    /** One observation each six hours for so many days, DOWN at {@code downAt}. */
    public void history(ConfiguredProbe probe, int days, int downAt) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        partitions.ensure(today.minusDays(days), today);
        for (int hours = days * 24; hours > 6; hours -= 6) {
            boolean down = hours / 24 == downAt && hours % 24 == 0;
            Instant at = Instant.now().minus(Duration.ofHours(hours)).truncatedTo(ChronoUnit.HOURS);
            observation(probe, at, down ? Outcome.DOWN : Outcome.UP, "sample");
        }
    }

    /** A snapshot per day, the index moving from one value to the other over the last days. */
    public void assessed(Vendor vendor, int days, int from, int to, Trend trend) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int back = days - 1; back >= 0; back--) {
            int moved = Math.max(0, 20 - back) * (to - from) / 20;
            int index = from + moved + (int) Math.round(Math.sin(back * 1.7) * 1.4);
            snapshot(vendor, today.minusDays(back), Math.clamp(index, 0, 100), trend);
        }
    }

    public UUID firing(Vendor vendor, String severity, String textIt, String textMarketing) {
        UUID id = Ids.next();
        Instant now = Instant.now().minusSeconds(480);
        jdbi.useHandle(handle -> handle.execute(
                """
                INSERT INTO alert_episode (id, rule, vendor_id, sub_key, fingerprint, dimension, severity, condition,
                    handling, started_at, fired_at, last_event_at, transitions, facts, text_it, text_marketing)
                VALUES (?, 'vendor-down', ?, ?, 'f1', 'UPTIME', ?, 'FIRING', 'NEW', ?, ?, ?, 1, '{}', ?, ?)""",
                id,
                vendor.id(),
                id.toString(),
                severity,
                now,
                now.plusSeconds(30),
                now.plusSeconds(30),
                textIt,
                textMarketing));
        jdbi.useHandle(handle -> handle.execute(
                "INSERT INTO alert_timeline (id, episode_id, at, kind, actor, text) VALUES (?, ?, ?, 'FIRING', 'system', ?)",
                Ids.next(),
                id,
                now.plusSeconds(30),
                "Three of three attempts failed."));
        return id;
    }

    private void snapshot(Vendor vendor, LocalDate day, int index, Trend trend) {
        jdbi.useHandle(handle -> handle.execute(
                """
                INSERT INTO health_snapshot (vendor_id, day, as_of, index, grade, trend, confidence, rule_set, uptime,
                    latency, security, financial, health)
                VALUES (?, ?, ?, ?, ?, ?, 0.92, 'sample', ?, ?, ?, ?, '{}')""",
                vendor.id(),
                day,
                day.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(60),
                index,
                index >= 90 ? "A" : index >= 80 ? "B" : index >= 70 ? "C" : index >= 60 ? "D" : "F",
                trend.name(),
                Math.min(100, index + 6),
                Math.max(0, index - 9),
                Math.min(100, index + 2),
                index < 60 ? 22 : null));
    }

    private void observation(ConfiguredProbe probe, Instant at, Outcome outcome, String reason) {
        Phases phases = new Phases(4.1, 22.4, 48.9, 97.3, 11.5);
        Attempt attempt = new Attempt(at, outcome, Cause.OK, reason, 184.2, phases, Map.of(), List.of());
        QuarkusTransaction.requiringNew()
                .run(() -> writer.write(List.of(Samples.observation(probe, at, List.of(attempt)))));
    }
}
