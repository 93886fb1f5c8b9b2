package io.bellwether.bench;

import io.bellwether.probe.filings.CompanyFactsFile;
import io.bellwether.probe.filings.TimedReading;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** What it costs to read a company's figures, to assess many companies, and to judge many vendors again. */
record Finance() implements Scenario {

    private static final int VENDORS = Integer.getInteger("bench.finance.vendors", 10_000);
    private static final int COMPANIES = 10_000;
    private static final int TIMES = 20;
    private static final int CALLS = 5;
    private static final int THREE_MEGABYTES = 3_000_000;

    /** A real company's file, where it is at hand. */
    private static final Path REAL =
            Path.of(System.getProperty("filings.folder", "../shared/data/edgar"), "companyfacts-CIK0001640147.json.gz");

    private static final LocalDate DAY = LocalDate.of(2025, 7, 1);

    @Override
    public String name() {
        return "finance";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        reading(report);
        try (Bellwether monitoring = Bellwether.start(
                bench.directory().resolve("bellwether"),
                bench.target(),
                bench.options()
                        .with(Map.of(
                                "BELLWETHER_HEALTH_STALE_AFTER", "PT0S",
                                "BELLWETHER_HEALTH_EVERY", FinanceFleet.ROUND_EVERY,
                                "BELLWETHER_FILINGS_BASE_URL", "http://127.0.0.1:9",
                                "BELLWETHER_FILINGS_USER_AGENT", "Bench bench@example.com")))) {
            batch(monitoring, report);
            round(monitoring, report);
        }
    }

    private static void reading(Report report) throws Exception {
        told(report, "made up, 3.0 MB", CompanyFactsFile.of(1, THREE_MEGABYTES));
        if (Files.exists(REAL)) {
            try (InputStream file = new GZIPInputStream(Files.newInputStream(REAL))) {
                byte[] body = file.readAllBytes();
                told(report, Report.text("real, %.1f MB", body.length / 1e6), body);
            }
        }
    }

    private static void told(Report report, String which, byte[] file) {
        TimedReading reading = new TimedReading();
        reading.highest(file, DAY, TIMES);
        TimedReading.Cost cost = reading.highest(file, DAY, TIMES);
        String figure = "finance: companyfacts (" + which + ") to assessed vendor, highest of " + TIMES;
        report.atMost(figure + ", CPU", 150, cost.millis(), "ms");
        report.atMost(figure + ", heap asked for", 64, cost.mebibytes(), "MiB");
    }

    private static void batch(Bellwether monitoring, Report report) throws Exception {
        byte[] body = Batch.of(COMPANIES);
        for (int call = 0; call < CALLS; call++) {
            monitoring.assess(body);
        }
        double slowest = 0;
        long answered = 0;
        for (int call = 0; call < CALLS; call++) {
            long begin = System.nanoTime();
            answered = monitoring.assess(body);
            slowest = Math.max(slowest, (System.nanoTime() - begin) / 1e9);
        }
        report.atMost(
                Report.text(
                        "finance: %,d companies in one call (%.1f MB, answered by %.1f MB), slowest of %d",
                        COMPANIES, body.length / 1e6, answered / 1e6, CALLS),
                2,
                slowest,
                "s");
    }

    private static void round(Bellwether monitoring, Report report) throws Exception {
        FinanceFleet.register(monitoring);
        try (Connection connection = monitoring.connect();
                Statement statement = connection.createStatement()) {
            FinanceFleet.fill(statement, VENDORS);
        }
        FinanceRound first = FinanceRound.of(monitoring, VENDORS);
        FinanceRound next = FinanceRound.of(monitoring, VENDORS);
        report.told(
                Report.text("finance: %,d vendors judged for the first time", VENDORS),
                Report.number(first.seconds()) + " s",
                "");
        report.atMost(Report.text("finance: %,d vendors judged again", VENDORS), 60, next.seconds(), "s");
        report.told(
                "finance: CPU-s of that, of that PostgreSQL",
                Report.text("%.1f, %.1f", next.applicationSeconds() + next.databaseSeconds(), next.databaseSeconds()),
                "");
        report.atLeast(
                "finance: vendors whose statements moved their score",
                VENDORS,
                monitoring.query("SELECT count(*) FROM health_snapshot WHERE day = current_date"
                        + " AND health::text LIKE '%distress-scorecard%'"),
                "vendors");
    }
}
