package io.bellwether.bench;

import java.time.Duration;
import java.time.Instant;

/** More than can be done: what is done, and that all of it is stored. */
record Saturation(String name, Load load, double toReach) implements Scenario {

    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration TIME = Duration.ofMinutes(1);

    @Override
    public void run(Bench bench, Report report) throws Exception {
        try (Bellwether monitoring = bench.bellwether()) {
            monitoring.watch(load);
            Thread.sleep(WARM_UP);
            Instant begin = Instant.now();
            Lateness before = monitoring.lateness();
            Cost cost = Meter.measure(monitoring, bench.target(), load, TIME);
            Instant end = Instant.now();
            Lateness late = monitoring.lateness().since(before);
            Thread.sleep(Duration.ofSeconds(5));
            double stored = monitoring.query("""
                    SELECT count(*) FROM observed WHERE started_at >= '%s' AND started_at < '%s'""".formatted(begin, end));
            report.atLeast(name + ": checks per second", toReach, cost.perSecond(), "/s");
            report.told(name + ": checks answered, stored", Report.text("%,d, %,.0f", cost.checks(), stored), "");
            report.told(name + ": CPU-s per 1,000 checks", Report.number(cost.cpuPerThousand()), "");
            report.told(
                    name + ": lateness p50, p99",
                    Report.text(
                            "%s ms, %s ms", Report.number(late.percentile(0.5)), Report.number(late.percentile(0.99))),
                    "");
            report.told(name + ": due times counted as missed", Report.number(monitoring.skipped()), "");
        }
    }
}
