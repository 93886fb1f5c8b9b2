package io.bellwether.bench;

import java.time.Duration;

/** The same load for both, one after the other, each once it is warm. */
record Steady(String name, Load load, Duration time) implements Scenario {

    private static final Duration PEER_TIME = Duration.ofMinutes(2);

    @Override
    public void run(Bench bench, Report report) throws Exception {
        Cost peer;
        try (BlackboxAndPrometheus monitoring = bench.peer(load)) {
            Thread.sleep(Load.WARM_UP);
            peer = Meter.measure(monitoring, bench.target(), load, time.compareTo(PEER_TIME) < 0 ? time : PEER_TIME);
        }
        try (Bellwether monitoring = bench.bellwether()) {
            monitoring.watch(load);
            Thread.sleep(load.warmUp());
            Lateness before = monitoring.lateness();
            Cost ours = Meter.measure(monitoring, bench.target(), load, time);
            Lateness late = monitoring.lateness().since(before);
            boolean encrypted = load.scheme().equals("https");
            report.told(name + ": checks done of expected", share(ours), share(peer));
            report.ratio(
                    name + ": CPU-s per 1,000 checks",
                    encrypted ? 0.5 : 0.4,
                    ours.cpuPerThousand(),
                    peer.cpuPerThousand(),
                    "CPU-s");
            report.ratio(name + ": peak memory (PSS)", 0.8, ours.memory(), peer.memory(), "MiB");
            report.atMost(name + ": lateness p99", 100, late.percentile(0.99), "ms");
            report.told(
                    name + ": lateness p50, max",
                    Report.text("%s ms, %s ms", Report.number(late.percentile(0.5)), Report.number(late.max())),
                    "");
            report.told(name + ": due times missed", Report.number(monitoring.skipped()), "");
        }
    }

    private static String share(Cost cost) {
        return Report.text("%,d of %,.0f", cost.checks(), cost.expected());
    }
}
