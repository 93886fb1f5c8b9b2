package io.bellwether.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The same number of checks per second, spread over more and more monitors; the virtual machine stays the same. */
record Growth() implements Scenario {

    private static final int PER_SECOND = 100;
    private static final int FEW = 500;
    private static final List<Integer> MONITORS = List.of(FEW, 5_000, 20_000);
    /** By then the health of new vendors has been assessed twice: when they are new, and when there is something to assess. */
    private static final Duration SETTLING = Duration.ofMinutes(11);

    private static final Duration TIME = Duration.ofMinutes(3);

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public void run(Bench bench, Report report) throws Exception {
        try (Bellwether monitoring = bench.bellwether()) {
            List<Double> costs = new ArrayList<>();
            List<String> probes = new ArrayList<>();
            for (int monitors : MONITORS) {
                Load load = new Load(monitors, Duration.ofSeconds(monitors / PER_SECOND), "http");
                monitoring.slowDown(probes, load.every());
                probes.addAll(
                        monitoring.watch(load.every(), load.urls(bench.target()).subList(probes.size(), monitors)));
                Thread.sleep(monitors == FEW ? load.warmUp() : SETTLING);
                Cost cost = Meter.measure(monitoring, bench.target(), load, TIME);
                costs.add(cost.cpuPerThousand());
                report.told(
                        Report.text("growth: CPU-s per 1,000 checks, %,d monitors", monitors),
                        Report.number(cost.cpuPerThousand()),
                        "");
            }
            double furthest = costs.stream()
                    .mapToDouble(cost -> Math.abs(cost / costs.getFirst() - 1) * 100)
                    .max()
                    .orElseThrow();
            report.atMost("growth: difference from 500 to 20,000 monitors", 15, furthest, "%");
        }
    }
}
