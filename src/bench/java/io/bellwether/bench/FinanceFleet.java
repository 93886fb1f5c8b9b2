package io.bellwether.bench;

import io.bellwether.history.WellSlot;
import io.bellwether.probe.filings.CompanyFactsFile;
import io.bellwether.probe.filings.TimedReading;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Vendors with a past: a service that was well every minute of a month, of which the summaries are kept, a hundred daily
 * indices, ten years of filings, sixteen of statements and the states of a dozen security checks. One is registered as anybody
 * would; the others are copies of it, in SQL.
 */
final class FinanceFleet {

    /** Rounds do not overlap: a round that takes longer delays the next. */
    static final String ROUND_EVERY = "100s";

    private static final String PATTERN = "pattern";

    private FinanceFleet() {}

    static void register(Bellwether monitoring) throws IOException, InterruptedException {
        String vendor = monitoring.vendor(PATTERN);
        monitoring.probe(vendor, "http", Map.of("url", "http://127.0.0.1:9/"));
        monitoring.probe(vendor, "filings", Map.of("cik", "1"));
    }

    static void fill(Statement statement, int vendors) throws SQLException {
        statement.execute("SET synchronous_commit = off");
        vendors(statement, vendors);
        probes(statement);
        // Whole days, and the hours at either end of the times that are looked at.
        history(statement, WellSlot.day(), "31 days", "1 day", "1 day");
        history(statement, WellSlot.hour(), "31 days", "28 days", "1 hour");
        history(statement, WellSlot.hour(), "2 days", "1 hour", "1 hour");
        facts(statement);
        figures(statement);
        snapshots(statement);
        statement.execute("ANALYZE");
    }

    private static void vendors(Statement statement, int vendors) throws SQLException {
        statement.execute(Report.text("""
                INSERT INTO vendor
                SELECT copy.* FROM vendor pattern, generate_series(2, %d) AS n,
                       jsonb_populate_record(NULL::vendor, to_jsonb(pattern) || jsonb_build_object(
                           'id', gen_random_uuid(), 'slug', 'copy-' || n, 'name', 'Copy ' || n, 'cik', n::text)) AS copy
                 WHERE pattern.slug = '%s'""", vendors, PATTERN));
    }

    private static void probes(Statement statement) throws SQLException {
        statement.execute(Report.text("""
                INSERT INTO probe
                SELECT copy.* FROM vendor, vendor original JOIN probe pattern ON pattern.vendor_id = original.id,
                       jsonb_populate_record(NULL::probe, to_jsonb(pattern) || jsonb_build_object(
                           'id', gen_random_uuid(), 'vendor_id', vendor.id, 'settings',
                           CASE WHEN pattern.kind = 'filings' THEN jsonb_build_object('cik', vendor.cik)
                                ELSE pattern.settings END)) AS copy
                 WHERE original.slug = '%s' AND vendor.id <> original.id""", PATTERN));
        statement.execute("""
                INSERT INTO series (probe_id, vendor_id, kind, deciding)
                SELECT id, vendor_id, kind, kind = 'http' FROM probe ON CONFLICT DO NOTHING""");
        statement.execute("""
                INSERT INTO probe_state (probe_id, vendor_id, due_at, outcome, since, cause, reason, duration_ms)
                SELECT id, vendor_id, now(), 'UP', now() - interval '90 days', 'OK', 'As expected.', 120 FROM probe
                ON CONFLICT (probe_id) DO UPDATE SET outcome = 'UP', cause = 'OK'""");
    }

    private static void history(Statement statement, WellSlot slot, String from, String to, String step)
            throws SQLException {
        try (PreparedStatement insert =
                statement.getConnection().prepareStatement(Report.text("""
                INSERT INTO %s (at, series, up, timings, runs)
                SELECT at, number, ?, ?, ? FROM series,
                       generate_series(date_trunc('day', now(), 'UTC') - interval '%s', now() - interval '%s', '%s') AS at
                 WHERE deciding ON CONFLICT DO NOTHING""", slot.table(), from, to, step))) {
            insert.setInt(1, slot.observations());
            insert.setBytes(2, slot.timings());
            insert.setBytes(3, slot.runs());
            insert.executeUpdate();
        }
    }

    /** Reports every quarter, a departure every year, an exit now and then; and what security checks say. */
    private static void facts(Statement statement) throws SQLException {
        statement.execute("""
                INSERT INTO fact (id, vendor_id, dimension, signal, key, occurred_at, known_at, source)
                SELECT gen_random_uuid(), vendor.id, 'FINANCIAL',
                       CASE WHEN n % 8 = 0 THEN 'filing-8k-5.02' WHEN n % 31 = 0 THEN 'filing-8k-2.05'
                            WHEN n % 4 = 1 THEN 'filing-10-k' ELSE 'filing-10-q' END,
                       'filing-' || n, now() - n * interval '46 days', now() - interval '2 days', 'https://source'
                  FROM vendor, generate_series(1, 80) AS n""");
        statement.execute("""
                INSERT INTO fact (id, vendor_id, dimension, signal, key, value, occurred_at, known_at, source)
                SELECT gen_random_uuid(), vendor.id, 'SECURITY', signal, signal, CASE WHEN n % 4 = 0 THEN 'FAIL' ELSE 'PASS' END,
                       now() - interval '2 days', now() - interval '2 days', 'https://source'
                  FROM vendor, unnest(ARRAY['csp-not-implemented', 'hsts-not-implemented', 'dmarc-missing', 'dnssec-unsigned',
                       'caa-absent', 'tls-host-name', 'tls-certificate-expiry', 'domain-expiry', 'spf-missing',
                       'tls-protocols-outdated-offered', 'x-frame-options-not-implemented', 'dkim-keys'])
                       WITH ORDINALITY AS checks (signal, n)""");
    }

    private static void figures(Statement statement) throws SQLException {
        try (PreparedStatement insert = statement.getConnection().prepareStatement("""
                INSERT INTO filer (cik, name, report, complete, read_at, facts)
                SELECT coalesce(cik, '1')::bigint, name, '0000000001-25-000001', true, now(), ?::json FROM vendor
                ON CONFLICT (cik) DO UPDATE SET facts = excluded.facts""")) {
            insert.setString(1, new TimedReading().kept(CompanyFactsFile.of(1, 0)));
            insert.executeUpdate();
        }
    }

    /** The past of one day that the application itself has stored, once for each of a hundred days; only the newest is ever read whole. */
    private static void snapshots(Statement statement) throws SQLException {
        statement.execute("""
                INSERT INTO health_snapshot
                SELECT copy.* FROM vendor, generate_series(1, 100) AS n,
                       (SELECT * FROM health_snapshot ORDER BY as_of DESC LIMIT 1) AS pattern,
                       jsonb_populate_record(NULL::health_snapshot, to_jsonb(pattern) || jsonb_build_object(
                           'vendor_id', vendor.id, 'day', current_date - n::int, 'as_of', now() - n * interval '1 day',
                           'index', 80 + n % 3, 'underlying', 80 + n % 3,
                           'health', CASE WHEN n = 1 THEN pattern.health ELSE '{}' END)) AS copy
                ON CONFLICT DO NOTHING""");
    }
}
