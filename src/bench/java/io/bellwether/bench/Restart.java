package io.bellwether.bench;

import java.time.Duration;
import java.time.Instant;

/** A start with many monitors: when each of them has been probed. */
record Restart() implements Scenario {

    private static final Load LOAD = new Load(5_000, Duration.ofMinutes(1), "http");

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        try (Bellwether monitoring = bench.bellwether()) {
            monitoring.watch(LOAD);
            Thread.sleep(LOAD.every());
            monitoring.restart();
            Instant ready = Instant.now();
            Thread.sleep(LOAD.every().plusSeconds(3));
            double probed = monitoring.query("""
                    SELECT count(DISTINCT probe_id) FROM observed
                     WHERE started_at >= '%s' AND started_at < '%s'""".formatted(ready, ready.plus(LOAD.every())));
            report.atLeast("start: monitors probed within their first interval", LOAD.monitors(), probed, "monitors");
        }
    }
}
